import type { Referral } from '../partnerCenter/referral';
import type { Owed } from '../storage/owed';
import type { LedgerEntry, Store } from '../storage/store';
import { isTheirs, microsoft } from './othersCopy';
import { owedUpdates } from './owedUpdates';
import { standingOf } from './sharedDeal';

/**
 * Brings our own referrals of these engagements up to date with what the other organizations' copies say, and owes the updates
 * of their cards. Two referrals of one deal have one card, which shows both.
 * @param store a transaction
 * @param own our organization; undefined where it is not known
 * @param now ms since the epoch
 */
export async function connectCopies(
  store: Store,
  engagementIds: readonly string[],
  own: string | undefined,
  now: number,
): Promise<Owed[]> {
  const owed: Owed[] = [];
  const entries = await store.ledger.ofEngagements(engagementIds);
  for (const of of Map.groupBy(entries, ({ referral }) => referral.engagementId).values()) {
    const theirs = of.filter(({ referral }) => isTheirs(referral, own)).map(({ referral }) => referral);
    const connected = invited(theirs);
    if (!connected) continue;
    const ours = of.filter(({ referral }) => referral.direction === 'Outgoing' && !theirs.includes(referral));
    for (const entry of ours.filter((one) => JSON.stringify(one.connected) !== JSON.stringify(connected))) {
      const later = connectedEntry(entry, connected, now);
      await store.ledger.save(later);
      await store.warnings.reconsider(entry.referralId, now);
      owed.push(...(await owedUpdates(store, later, now)));
    }
  }
  return owed;
}

/** Whose answer counts: Microsoft's, where it takes part. */
function invited(theirs: readonly Referral[]): Referral | undefined {
  const copy = theirs.find(({ organizationId }) => organizationId === microsoft) ?? theirs[0];
  return copy && standingOf(copy);
}

const connectedEntry = (entry: LedgerEntry, connected: Referral, now: number): LedgerEntry => ({
  ...entry,
  version: entry.version + 1,
  connected,
  seenAt: now,
  // The first that is learnt of it is no change.
  notice: entry.connected ? null : entry.notice,
});
