import type { PartnerCenterError } from './partnerCenterError';

/** Tries of one call in all. */
const attempts = 3;
/** The first wait where the service named none, in ms; it doubles, with full jitter. */
const firstWaitMs = 500;

/**
 * How long to wait before the same call is made again, in ms; undefined when it must not be. A write is repeated only after
 * 429, which says that nothing was done; whether the wait fits the time that is left is the caller's to see.
 * https://learn.microsoft.com/en-us/partner-center/developer/api-throttling-guidance
 */
export function retryDelayMs(
  error: PartnerCenterError,
  method: string,
  attempt: number,
  random: () => number,
): number | undefined {
  const { kind, facts } = error;
  if (attempt >= attempts) return undefined;
  if (kind === 'throttled') return facts.retryAfterMs ?? backOff(attempt, random);
  if (method !== 'GET') return undefined;
  if (kind === 'network' || (kind === 'unavailable' && facts.status !== 501)) {
    return facts.retryAfterMs ?? backOff(attempt, random);
  }
  return undefined;
}

const backOff = (attempt: number, random: () => number): number =>
  Math.ceil(firstWaitMs * 2 ** (attempt - 1) * random());
