import { SendError } from './sender';

/** What becomes of a row whose send failed. */
export type FailureDecision =
  /** Try again after `delayMs`; nothing else goes to that conversation for `pauseMs`. */
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
const delaysMs: readonly number[] = [2_000, 10_000, 60_000, 600_000];
/** How much a delay varies, so that many rows do not come back at the same moment. */
const jitter = 0.2;
/** A card that never goes through holds up those behind it, so that they stay in order, but not for long. */
const longestPauseMs = 10_000;
/** The wait after a 429 without Retry-After: the length of the window that a burst fills. */
const unnamedRetryAfterMs = 30_000;

/**
 * Decides from what a send failed with. Whatever is not a {@link SendError} is a fault of our own that a later try may not meet.
 * @param attempts tries so far, this one included
 * @param random 0 to 1
 */
export function failureDecision(error: unknown, attempts: number, random: () => number): FailureDecision {
  const kind = error instanceof SendError ? error.kind : 'temporary';
  if (kind === 'conversationGone') return { action: 'removeConversation' };
  if (kind === 'activityGone' || kind === 'refused') return { action: 'bury' };
  if (kind === 'throttled') {
    return { action: 'pause', pauseMs: (error instanceof SendError && error.retryAfterMs) || unnamedRetryAfterMs };
  }
  const delay = delaysMs[Math.min(attempts, delaysMs.length) - 1] ?? longestPauseMs;
  const delayMs = Math.round(delay * (1 + jitter * random()));
  return { action: 'retry', delayMs, pauseMs: Math.min(delayMs, longestPauseMs) };
}
