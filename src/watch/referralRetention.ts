import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { erasedReferral, isErased } from '../referrals/erasedReferral';
import type { LedgerEntry, Store } from '../storage/store';

const intervalMs = 3_600_000;
/** How many referrals are looked at together. */
const pageSize = 200;

export interface ReferralRetentionDeps {
  store: Store;
  clock: Clock;
  log: Log;
  /** `RETENTION_DAYS`, in ms. */
  retentionMs: number;
}

/**
 * Erases what is kept of referrals that were closed more than `retentionMs` ago, their cards and what was owed for them included,
 * at the start and then every hour; no failure ends it. Deals that still run stay, however old.
 */
export function createReferralRetention({ store, clock, log, retentionMs }: ReferralRetentionDeps): {
  run(signal: AbortSignal): Promise<void>;
} {
  async function round(signal: AbortSignal): Promise<void> {
    const before = clock.now() - retentionMs;
    let erased = 0;
    for (let after = ''; !signal.aborted;) {
      const page = await store.ledger.seenBefore(before, after, pageSize);
      const over = page.filter(({ referral }) => referral.status === 'Closed' && !isErased(referral));
      if (over.length > 0) erased += await store.transaction((tx) => erase(tx, over, clock.now()));
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      after = last.referralId;
    }
    if (erased > 0) log.info({ erased }, 'old closed referrals erased');
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        await round(signal).catch((error: unknown) => log.error({ err: error }, 'old referrals cannot be erased'));
        await clock.sleep(intervalMs, signal);
      }
    },
  };
}

/** Erases those that have not changed since they were read; gives how many. */
async function erase(tx: Store, entries: readonly LedgerEntry[], now: number): Promise<number> {
  const present = await tx.ledger.findMany(entries.map(({ referralId }) => referralId));
  const same = entries.filter(({ referralId, version }) => present.get(referralId)?.version === version);
  for (const entry of same) {
    const referral = erasedReferral(entry.referral);
    const erased = { ...entry, version: entry.version + 1, referral, connected: null, decision: null, notice: null };
    await tx.ledger.save({ ...erased, seenAt: now });
  }
  await tx.cards.forget(same.map(({ referralId }) => referralId));
  return same.length;
}
