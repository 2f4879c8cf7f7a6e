import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { expiredRank } from '../referrals/expired';
import { nextWarning } from '../referrals/nextWarning';
import { quietPeriod, quietUntil, type QuietPeriod } from '../referrals/quietHours';
import { awaitsAnybody, dealDeadline, hasExpired } from '../referrals/sharedDeal';
import { hearsOf } from '../referrals/hearsOf';
import type { LedgerEntry, Store } from '../storage/store';
import type { WarningRow } from '../storage/warnings';

/** Reminds conversations of the referrals that nobody has answered. */
export interface ExpiryWatch {
  /** Looks at what is due: how many reminders it owed. */
  round(): Promise<number>;
  /** Looks whenever something falls due until `signal` aborts; no failure ends it. */
  run(signal: AbortSignal): Promise<void>;
}

export interface ExpiryWatchDeps {
  store: Store;
  clock: Clock;
  /** `REFERRAL_RESPONSE_DAYS` */
  responseDays: number;
  /** `WARNING_SCHEDULE`: how long before the deadline to warn, in ms. */
  schedule: readonly number[];
  log: Log;
  /** Called when something became owed to Teams. */
  onWork: () => void;
}

/** The longest wait between two looks, in ms: another process may have written to the database. */
const idleMs = 2_000;
/** How many rows one transaction looks at. */
const lookedAt = 100;
/** Where nobody watches at the moment, somebody may again: looked at this often, in ms. */
const unwatchedMs = 3_600_000;

/** Makes the loop; it does nothing until it is told to. It reads the database alone: Partner Center is asked at delivery. */
export function createExpiryWatch(deps: ExpiryWatchDeps): ExpiryWatch {
  const { store, clock, log, onWork } = deps;

  async function round(): Promise<number> {
    let owed = 0;
    for (;;) {
      const now = clock.now();
      const rows = await store.warnings.due(now, lookedAt);
      if (rows.length > 0) owed += await store.transaction((tx) => lookAt(tx, rows, now, deps));
      if (rows.length < lookedAt) break;
    }
    if (owed > 0) onWork();
    return owed;
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await round();
        const next = (await store.warnings.nextLookAt()) ?? Infinity;
        await clock.sleep(Math.max(0, Math.min(idleMs, next - clock.now())), signal);
      } catch (error) {
        log.error({ err: error }, 'the reminders cannot be looked at');
        await clock.sleep(idleMs, signal);
      }
    }
  }

  return { round, run };
}

async function lookAt(tx: Store, rows: readonly WarningRow[], now: number, deps: ExpiryWatchDeps): Promise<number> {
  const entries = await tx.ledger.findMany(rows.map(({ referralId }) => referralId));
  const watches = Map.groupBy(await tx.watches.active(), ({ conversationId }) => conversationId);
  const quiet = new Map((await tx.quietHours.all()).map((hours) => [hours.conversationId, hours]));
  let owed = 0;
  for (const { referralId, conversationId } of rows) {
    // Another process may have looked at it since.
    const row = await tx.warnings.find(referralId, conversationId);
    if (!row || row.lookAt === null || row.lookAt > now) continue;
    const entry = entries.get(referralId);
    const hours = quiet.get(conversationId);
    const quietAt = (at: number) => hours && quietPeriod(hours, hours.timeZone, at);
    const isWatched = (watches.get(conversationId) ?? []).some((watch) => !entry || hearsOf(watch, entry.referral));
    const seen = considered(row, entry, { isWatched, quietAt }, now, deps);
    await tx.warnings.save(seen.row);
    if (!seen.owes) continue;
    const position = serviceTimeMs(entry?.referral.createdDateTime) ?? now;
    await tx.outbox.owe([{ kind: 'warn', referralId, conversationId, activityId: '', position, dueAt: now }]);
    owed += 1;
  }
  return owed;
}

/** Whether a conversation wants to be reminded at all, and when not. */
interface Listening {
  isWatched: boolean;
  quietAt: (at: number) => QuietPeriod | undefined;
}

/** What becomes of a row that is looked at now, and whether it owes a reminder. */
function considered(
  row: WarningRow,
  entry: LedgerEntry | undefined,
  { isWatched, quietAt }: Listening,
  now: number,
  { responseDays, schedule }: ExpiryWatchDeps,
): { row: WarningRow; owes: boolean } {
  const ended = { ...row, lookAt: null, snoozedUntil: null };
  if (entry && hasExpired(entry) && row.rank !== expiredRank && isWatched) {
    const until = quietUntil(quietAt(now), undefined, now);
    if (until !== undefined) return { row: { ...row, lookAt: until }, owes: false };
    return { row: { ...ended, rank: expiredRank }, owes: true };
  }
  if (!entry || !awaitsAnybody(entry)) return { row: ended, owes: false };
  if (!isWatched) return { row: { ...row, lookAt: now + unwatchedMs }, owes: false };
  const times = { postedAt: row.postedAt, deadlineAt: dealDeadline(entry, responseDays)?.at, quiet: quietAt };
  const { due, rank, nextAt, isSnoozed } = nextWarning(row, times, schedule, now);
  const waitsUntil = due === undefined ? undefined : quietUntil(quietAt(now), times.deadlineAt, now);
  if (waitsUntil !== undefined) return { row: { ...row, lookAt: waitsUntil }, owes: false };
  const snoozedUntil = isSnoozed ? row.snoozedUntil : null;
  return { row: { ...row, rank, lookAt: nextAt, snoozedUntil }, owes: due !== undefined };
}
