/** The rows of a CSV file by their headers, read as RFC 4180 says: quotes are doubled, and quoted cells may hold line breaks. */
export function readCsv(bytes: Buffer): Record<string, string>[] {
  const text = bytes.toString().replace(/^\ufeff/, '');
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}
