import type { Desk } from '../commands/desk';
import type { Referral } from '../partnerCenter/referral';
import { recordReferral, type RecordFacts } from '../referrals/recordReferral';
import type { LedgerEntry } from '../storage/store';
import type { Press } from './cardAction';

/**
 * Takes in what a press learned of a referral and owes an update to every card that shows something else. A pressed card
 * that is not in our books is adopted first, so that it is kept up to date like the others.
 */
export async function recordPress(
  press: Press,
  desk: Desk,
  referral: Referral,
  facts: Omit<RecordFacts, 'now'> = {},
): Promise<LedgerEntry> {
  const { store, clock } = desk;
  const now = clock.now();
  const by = press.person.id;
  const { activityId, conversation } = press;
  if (activityId && !(await store.cards.find(conversation.id, activityId))) {
    await recordReferral(store, referral, { now, by });
    const card = { conversationId: conversation.id, activityId, referralId: referral.id };
    await store.cards.save({ ...card, postedAt: now, sentAt: now, shownVersion: 0 });
    press.log.info({ referral: referral.id, activity: activityId }, 'card adopted');
  }
  const entry = await recordReferral(store, referral, { now, by, ...facts });
  desk.wakeDelivery();
  return entry;
}
