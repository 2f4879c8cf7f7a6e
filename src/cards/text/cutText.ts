const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `limit` UTF-16 units: a longer text ends with "…", between two graphemes and, if one is near, between two words. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  let afterWord = 0;
  // One unit is kept for the ellipsis; twice the limit is looked at because a grapheme may be long.
  for (const { index, segment } of graphemes.segment(text.slice(0, limit * 2))) {
    if (index + segment.length > limit - 1) break;
    if (/^\s/.test(segment)) afterWord = end;
    end = index + segment.length;
  }
  // A single grapheme may exceed any limit ("zalgo"); then a code point is the smallest unit.
  if (end === 0) return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  const atWord = afterWord > end - 20 ? afterWord : end;
  return `${text.slice(0, atWord || end).replace(/[\s,;:]+$/, '')}…`;
}
