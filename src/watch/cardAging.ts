import { shownTime } from '../cards/timeLeft';
import { createFormats } from '../cards/text/formats';
import { sendTimeoutMs } from '../delivery/deliverRow';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { owedUpdates } from '../referrals/owedUpdates';
import { dealDeadline } from '../referrals/sharedDeal';
import type { Owed } from '../storage/owed';
import type { LedgerEntry, ShownReferral, Store } from '../storage/store';

/** Keeps the time left on cards true, whatever becomes of their referrals in Partner Center. */
export interface CardAging {
  /** One round: how many referrals owe an update to their cards because the time that these show is out of date. */
  round(): Promise<number>;
  /** A round every minute until `signal` aborts; no failure ends it. */
  run(signal: AbortSignal): Promise<void>;
}

export interface CardAgingDeps {
  store: Store;
  clock: Clock;
  /** `REFERRAL_RESPONSE_DAYS` */
  responseDays: number;
  log: Log;
  /** Called when something became owed to Teams. */
  onWork: () => void;
}

const intervalMs = 60_000;
/** How many referrals a round looks at. */
const lookedAt = 500;
/** How many it renews: at midnight all are due, and edits must not hold up the post of a new referral for long. */
const renewed = 25;

/** Makes the loop; it does nothing until it is told to. It reads the database alone and writes only what changes. */
export function createCardAging({ store, clock, responseDays, log, onWork }: CardAgingDeps): CardAging {
  /** The last referral that was looked at; the next round goes on behind it. */
  let after = '';

  const shown = (entry: LedgerEntry, at: number, timeZone: string | null): string => {
    const deadline = dealDeadline(entry, responseDays);
    return deadline ? JSON.stringify(shownTime(deadline.at, at, createFormats('en', timeZone ?? undefined, at))) : '';
  };

  const isOutOfDate = ({ entry, sentAt, timeZones }: ShownReferral, now: number): boolean => {
    // Drawn no earlier than a send may take before it was sent, and never before the version that it shows was made.
    const drawnAt = Math.max(entry.seenAt, sentAt - sendTimeoutMs);
    return timeZones.some((timeZone) => shown(entry, drawnAt, timeZone) !== shown(entry, now, timeZone));
  };

  async function round(): Promise<number> {
    const now = clock.now();
    const page = await store.ledger.openShown(after, lookedAt);
    const outOfDate = page.filter((referral) => isOutOfDate(referral, now)).map(({ entry }) => entry);
    const renewing = outOfDate.slice(0, renewed);
    const isWhole = page.length < lookedAt && renewing.length === outOfDate.length;
    const last = renewing.length < outOfDate.length ? renewing.at(-1) : page.at(-1)?.entry;
    if (renewing.length > 0) await store.transaction((tx) => renew(tx, renewing, now));
    after = isWhole ? '' : (last?.referralId ?? '');
    if (renewing.length > 0) onWork();
    return renewing.length;
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await round().catch((error: unknown) => log.error({ err: error }, 'the time left on cards cannot be renewed'));
      await clock.sleep(intervalMs, signal);
    }
  }

  return { round, run };
}

/** Owes every card of these referrals an update, unless they have changed since they were read. */
async function renew(store: Store, entries: readonly LedgerEntry[], now: number): Promise<void> {
  const present = await store.ledger.findMany(entries.map((entry) => entry.referralId));
  const owed: Owed[] = [];
  for (const { referralId, version } of entries) {
    const entry = present.get(referralId);
    if (entry?.version !== version) continue;
    const later = { ...entry, version: version + 1, seenAt: now };
    await store.ledger.save(later);
    owed.push(...(await owedUpdates(store, later, now)));
  }
  if (owed.length > 0) await store.outbox.owe(owed);
}
