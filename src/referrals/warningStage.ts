import type { QuietPeriod } from './quietHours';

/** A point on the way to a referral's deadline at which its conversations are reminded of it. */
export interface WarningStage {
  /** Later stages are more urgent; 0 is the first nudge. */
  rank: number;
  /** ms since the epoch, UTC. */
  dueAt: number;
}

/** What the stages of one referral in one conversation are computed from. All times are ms since the epoch, UTC. */
export interface WarningTimes {
  /** When its card came to the conversation. */
  postedAt: number;
  /** Until when it can be answered; undefined where no date is known. */
  deadlineAt: number | undefined;
  /** The quiet hours of the conversation that a moment lies in. */
  quiet?: ((at: number) => QuietPeriod | undefined) | undefined;
}

/** A referral that nobody answered for so long is brought up for the first time, in ms. */
const nudgeAfterMs = 86_400_000;

/**
 * The stages of a referral that waits for an answer, the most urgent last. What falls into quiet hours in which the referral
 * expires comes before them.
 * @param schedule how long before the deadline to warn, in ms, in any order (`WARNING_SCHEDULE`)
 */
export function warningStages(
  { postedAt, deadlineAt, quiet }: WarningTimes,
  schedule: readonly number[],
): WarningStage[] {
  const nudge = { rank: 0, dueAt: postedAt + nudgeAfterMs };
  if (deadlineAt === undefined) return [nudge];
  const longestFirst = schedule.toSorted((a, b) => b - a);
  const warnings = longestFirst.map((before, index) => ({
    rank: index + 1,
    dueAt: beforeQuiet(deadlineAt - before, { deadlineAt, quiet }),
  }));
  // What was posted when little time was left needs no reminder of moments that had passed by then.
  return [nudge, ...warnings].filter(({ dueAt }) => dueAt > postedAt && dueAt < deadlineAt);
}

/** When to remind that would fall to a moment: where that lies in quiet hours in which the referral expires, before they begin. */
export function beforeQuiet(at: number, { deadlineAt, quiet }: Pick<WarningTimes, 'deadlineAt' | 'quiet'>): number {
  const period = quiet?.(at);
  return period && deadlineAt !== undefined && deadlineAt <= period.until ? period.from : at;
}
