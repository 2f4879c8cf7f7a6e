import { SendError } from './sender';

/** What becomes of a row whose send failed. */
export type FailureDecision =
  /** Try the row again after `delayMs`; nothing goes to that conversation for `pauseMs`. */
  | { action: 'retry'; delayMs: number; pauseMs: number }
  /** Teams took no note of it: the row goes back untried, and nothing goes to that conversation for `pauseMs`. */
  | { action: 'pause'; pauseMs: number }
  /** Give up this row. */
  | { action: 'bury' }
  /** Nothing will ever arrive there. */
  | { action: 'removeConversation' };

/**
 * How long to wait after each failed try, in ms; the last one is repeated for as long as it takes, so that a card or a reminder
 * comes soon after whatever hindered it has passed.
 */
const delaysMs: readonly number[] = [500, 1_500, 5_000, 15_000, 60_000, 600_000];
/** How much a delay varies, so that many rows do not come back at the same moment. */
const jitter = 0.2;
/** What is behind a row that fails waits with it, so that cards stay in order, but never longer than this, in ms. */
const longestPauseMs = 60_000;
/** The wait after a 429 without Retry-After: the length of the window that a burst fills. */
const unnamedRetryAfterMs = 30_000;

/**
 * Decides from what a send failed with. Whatever is not a {@link SendError} is a fault of our own that a later try may not meet.
 * The row waits by how often it was tried, its conversation by how often sends there failed one after the other: a card that
 * never goes through hardly holds up the others, and a conversation where nothing goes through takes little of the time.
 * @param attempts tries of the row so far, this one included
 * @param random 0 to 1
 * @param inARow how many sends have failed in the conversation since the last one that did not, this one included
 */
export function failureDecision(
  error: unknown,
  attempts: number,
  random: () => number,
  inARow = attempts,
): FailureDecision {
  const { kind, retryAfterMs } = error instanceof SendError ? error : { kind: 'temporary' as const };
  if (kind === 'conversationGone') return { action: 'removeConversation' };
  if (kind === 'activityGone' || kind === 'refused') return { action: 'bury' };
  if (kind === 'throttled') return { action: 'pause', pauseMs: retryAfterMs || unnamedRetryAfterMs };
  if (retryAfterMs) return { action: 'retry', delayMs: retryAfterMs, pauseMs: retryAfterMs };
  // One draw for both: where they are as long, the row is due when its conversation opens again, and stays ahead.
  const stretch = 1 + jitter * random();
  const pauseMs = Math.min(delayAfter(inARow) * stretch, longestPauseMs);
  return { action: 'retry', delayMs: Math.round(delayAfter(attempts) * stretch), pauseMs: Math.round(pauseMs) };
}

const delayAfter = (tries: number): number => delaysMs[Math.min(tries, delaysMs.length) - 1] ?? longestPauseMs;
