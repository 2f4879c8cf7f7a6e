/**
 * An amount as people write it: plain, or grouped by thousands, with at most two decimals. Three digits after a separator
 * are a group, so that "50.000" and "50,000" are both fifty thousand. Undefined for anything that could be read in two ways.
 */
export function parseAmount(text: string): number | undefined {
  const found = /^(\d+|\d{1,3}(?:([ .,'’\u00a0\u202f])\d{3})(?:\2\d{3})*)(?:([.,])(\d{1,2}))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, whole = '', group, point, decimals = '0'] = found;
  if (group !== undefined && group === point) return undefined;
  return Number(`${whole.replace(/\D/g, '')}.${decimals}`);
}
