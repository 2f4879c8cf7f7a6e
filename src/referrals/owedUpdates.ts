import type { Owed } from '../storage/owed';
import type { Card, LedgerEntry, Store } from '../storage/store';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { listUpdate } from './listUpdate';

/** A card that somebody is typing on: it is not to be edited under their hands. */
export interface HeldCard {
  conversationId: string;
  activityId: string;
  /** ms since the epoch */
  until: number;
}

/** An update for every card of the referral that shows an older version than the entry's, list cards included. */
export async function owedUpdates(store: Store, entry: LedgerEntry, now: number, held?: HeldCard): Promise<Owed[]> {
  const isHeld = (card: Pick<HeldCard, 'conversationId' | 'activityId'>) =>
    card.conversationId === held?.conversationId && card.activityId === held.activityId;
  const { referralId, referral, version } = entry;
  const position = serviceTimeMs(referral.createdDateTime) ?? now;
  const isOlder = ({ shownVersion }: Card): boolean => shownVersion < version;
  const cards = (await store.cards.ofReferral(referralId)).filter(isOlder);
  const lists = (await store.folded.ofReferral(referralId)).filter(isOlder);
  return [
    ...cards.map(({ conversationId, activityId }): Owed => ({
      kind: 'update',
      referralId,
      conversationId,
      activityId,
      position,
      dueAt: held && isHeld({ conversationId, activityId }) ? held.until : now,
    })),
    ...lists.map(({ conversationId, activityId }) => listUpdate({ conversationId, activityId, position, dueAt: now })),
  ];
}
