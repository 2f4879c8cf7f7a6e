// Samples of the documentation carry stray blanks: "2015-11-25T06: 41: 12Z".
const pattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * A date of the CSP API in ms, UTC; undefined where it is none, or the year 1 that stands for none there. Dates without a
 * zone are UTC.
 */
export function serviceMoment(text: string | null | undefined): number | undefined {
  const dense = (text ?? '').replace(/\s/g, '');
  if (!pattern.test(dense) || dense.startsWith('000')) return undefined;
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(dense) || !dense.includes('T') ? dense : `${dense}Z`;
  const ms = Date.parse(zoned);
  return Number.isNaN(ms) ? undefined : ms;
}
