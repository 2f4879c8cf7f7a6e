import type { Owed } from '../storage/owed';
import type { LedgerEntry, Store } from '../storage/store';
import { serviceTimeMs } from '../partnerCenter/serviceTime';

/** An update for every card of the referral that shows an older version than the entry's. */
export async function owedUpdates(store: Store, entry: LedgerEntry, now: number): Promise<Owed[]> {
  const { referralId, referral, version } = entry;
  const cards = await store.cards.ofReferral(referralId);
  return cards
    .filter((card) => card.shownVersion < version)
    .map(({ conversationId, activityId }) => ({
      kind: 'update',
      referralId,
      conversationId,
      activityId,
      position: serviceTimeMs(referral.createdDateTime) ?? now,
      dueAt: now,
    }));
}
