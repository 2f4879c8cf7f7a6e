import type { Owed } from '../storage/owed';
import type { LedgerEntry, Store } from '../storage/store';
import { serviceTimeMs } from '../partnerCenter/serviceTime';

/** A card that somebody is typing on: it is not to be edited under their hands. */
export interface HeldCard {
  conversationId: string;
  activityId: string;
  /** ms since the epoch */
  until: number;
}

/** An update for every card of the referral that shows an older version than the entry's. */
export async function owedUpdates(store: Store, entry: LedgerEntry, now: number, held?: HeldCard): Promise<Owed[]> {
  const isHeld = (card: Pick<HeldCard, 'conversationId' | 'activityId'>) =>
    card.conversationId === held?.conversationId && card.activityId === held.activityId;
  const { referralId, referral, version } = entry;
  const cards = await store.cards.ofReferral(referralId);
  return cards
    .filter((card) => card.shownVersion < version)
    .map(({ conversationId, activityId }): Owed => ({
      kind: 'update',
      referralId,
      conversationId,
      activityId,
      position: serviceTimeMs(referral.createdDateTime) ?? now,
      dueAt: held && isHeld({ conversationId, activityId }) ? held.until : now,
    }));
}
