import type { PartnerCenterError } from './partnerCenterError';

/** Tries of one call in all. */
const attempts = 3;
/** The first wait where the service named none, in ms; it doubles, with full jitter. */
const firstWaitMs = 500;
/** Statuses after which the same question may get an answer, with how many tries they are worth. */
const passing: ReadonlyMap<number | undefined, number> = new Map([
  [408, attempts],
  // The service stumbled over this very question; once more is enough to know.
  [500, 2],
  [502, attempts],
  [503, attempts],
  [504, attempts],
]);

/**
 * How long to wait before the same call is made again, in ms; undefined when it must not be. A write is repeated only after
 * 429, which says that nothing was done; whether the wait fits the time that is left is the caller's to see.
 * https://learn.microsoft.com/en-us/partner-center/developer/api-throttling-guidance
 * @param attempt the number of the try that failed, from 1
 * @param random 0 to 1
 */
export function retryDelayMs(
  { kind, facts }: PartnerCenterError,
  method: string,
  attempt: number,
  random: () => number,
): number | undefined {
  const worth = triesWorth(kind, facts.status, method === 'GET');
  if (attempt >= worth) return undefined;
  return facts.retryAfterMs ?? Math.ceil(firstWaitMs * 2 ** (attempt - 1) * random());
}

function triesWorth(kind: PartnerCenterError['kind'], status: number | undefined, isRead: boolean): number {
  if (status === 429) return attempts;
  if (!isRead) return 1;
  if (kind === 'throttled' || kind === 'network') return attempts;
  return kind === 'unavailable' ? (passing.get(status) ?? 1) : 1;
}
