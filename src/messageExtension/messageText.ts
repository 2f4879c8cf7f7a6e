const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

/** Nobody writes more; what is longer is not looked at, as the rest would be cut away anyway. */
const mostCharacters = 20_000;

/**
 * The words of a Teams message, whose body is HTML, line by line. What stands in a quoted message belongs to it; pictures
 * give their description. https://learn.microsoft.com/en-us/graph/api/resources/chatmessage#properties
 */
export function messageText(html: string): string {
  return (
    html
      .slice(0, mostCharacters)
      .replace(/<!--.*?(?:-->|$)/gs, ' ')
      .replace(/<(script|style)\b.*?(?:<\/\1\s*>|$)/gis, ' ')
      // Lines of the source are none of the message.
      .replaceAll('\n', ' ')
      .replace(/<(?:br|hr)\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote|ul|ol|table|pre)\s*>/gi, '\n')
      .replace(/<li\b[^<>]*>/gi, '- ')
      .replace(/<(?:img|emoji)\b[^<>]*?\balt="([^"<>]*)"[^<>]*>/gi, '$1')
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (entity, name: string) => meaning(name) ?? entity)
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

function meaning(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : undefined;
}
