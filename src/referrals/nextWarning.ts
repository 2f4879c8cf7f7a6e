import { beforeQuiet, warningStages, type WarningTimes } from './warningStage';

/** What was already said of a referral in a conversation. */
export interface WarningsSoFar {
  /** The rank of the latest stage that was owed; null before the first. */
  rank: number | null;
  /** Put off by a person until then, ms since the epoch, UTC. */
  snoozedUntil: number | null;
}

/** What is to be said now, and when to look again. */
export interface NextWarning {
  /** The rank of the warning that is due; undefined where none is. */
  due: number | undefined;
  /** What to keep as {@link WarningsSoFar.rank}. */
  rank: number | null;
  /** When the next one falls due, ms since the epoch; null where none will. */
  nextAt: number | null;
  /** Whether the warnings are put off at the moment. */
  isSnoozed: boolean;
}

/**
 * Decides what a referral that waits for an answer owes a conversation. Of several stages that have passed, after an outage
 * say, only the most urgent is due. The end of a snooze is a stage of its own: somebody asked to be reminded then. After the
 * deadline nothing is due any more.
 * @param schedule how long before the deadline to warn, in ms
 * @param now ms since the epoch
 */
export function nextWarning(
  so: WarningsSoFar,
  times: WarningTimes,
  schedule: readonly number[],
  now: number,
): NextWarning {
  const stages = warningStages(times, schedule);
  const passed = stages.filter(({ dueAt }) => dueAt <= now).at(-1);
  // A deadline that was moved to later days makes stages due again that had been reached before.
  const rank = so.rank !== null && so.rank > (passed?.rank ?? -1) ? (passed?.rank ?? null) : so.rank;
  const later = stages.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt);
  const upcoming = later.length === 0 ? null : Math.min(...later);
  if (times.deadlineAt !== undefined && now >= times.deadlineAt) {
    return { due: undefined, rank, nextAt: null, isSnoozed: false };
  }
  const wakesAt = so.snoozedUntil === null ? now : beforeQuiet(so.snoozedUntil, times);
  if (wakesAt > now) return { due: undefined, rank, nextAt: wakesAt, isSnoozed: true };
  const isNew = passed !== undefined && (rank === null || passed.rank > rank);
  const due = isNew ? passed.rank : so.snoozedUntil === null ? undefined : (passed?.rank ?? 0);
  return { due, rank: due === undefined ? rank : Math.max(due, rank ?? 0), nextAt: upcoming, isSnoozed: false };
}
