/**
 * Text from outside as people wrote it, without what could disturb the text around it: control characters, unpaired
 * surrogates and the characters that override or embed a writing direction (UAX 9, 2.1 to 2.4). Lines end with `\n`.
 */
export function plainText(text: string | null | undefined): string {
  return (
    (text ?? '')
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
      .replace(/\t/g, ' ')
      .replace(/[\p{Cc}--\n]|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gv, '')
      // Not with a regular expression: a hundred thousand blanks would take it seconds.
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** The same on one line, for names and other short values. */
export function oneLine(text: string | null | undefined): string {
  return plainText(text).replace(/\s+/g, ' ');
}
