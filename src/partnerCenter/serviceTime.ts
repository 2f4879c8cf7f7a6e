const pattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/;

/**
 * A time of the referrals API in ticks of 100 ns since the epoch; undefined where there is none. The API writes seven
 * fractional digits, one more than a millisecond can tell apart, and UTC also where the zone is left out.
 * https://learn.microsoft.com/en-us/partner-center/developer/referral-resources
 */
export function serviceTicks(text: string | null | undefined): bigint | undefined {
  const [, seconds, fraction = '', zone = 'Z'] = pattern.exec(text ?? '') ?? [];
  if (seconds === undefined) return undefined;
  const ms = Date.parse(seconds + zone);
  if (Number.isNaN(ms)) return undefined;
  return BigInt(ms) * ticksPerMs + BigInt(fraction.slice(0, 7).padEnd(7, '0'));
}

/** The same in whole ms since the epoch. */
export function serviceTimeMs(text: string | null | undefined): number | undefined {
  const ticks = serviceTicks(text);
  return ticks === undefined ? undefined : Number(ticks / ticksPerMs);
}

/** Ticks of 100 ns in a millisecond. */
export const ticksPerMs = 10_000n;
