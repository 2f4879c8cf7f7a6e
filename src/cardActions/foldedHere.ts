import { listUpdate } from '../referrals/listUpdate';
import type { Card, Store } from '../storage/store';
import type { Press } from './cardAction';

/**
 * What the list card that was pressed shows; undefined where that is not kept any more. A list card that is not in our books,
 * because Teams took it and its answer was lost, is adopted as another one of the list that shows the referral, and is kept
 * up to date like it.
 * @param tx a transaction
 */
export async function foldedHere(
  tx: Store,
  { conversation, activityId, log }: Press,
  referralId: string,
  now: number,
): Promise<Card[] | undefined> {
  const conversationId = conversation.id;
  const pressed = activityId === undefined ? [] : await tx.folded.onCard(conversationId, activityId);
  if (pressed.length > 0) return pressed;
  const lists = (await tx.folded.ofReferral(referralId)).filter((list) => list.conversationId === conversationId);
  const latest = lists.at(-1);
  if (!latest) return undefined;
  const rows = await tx.folded.onCard(conversationId, latest.activityId);
  if (activityId === undefined) return rows;
  await tx.folded.save(rows.map((row) => ({ ...row, activityId, postedAt: now, sentAt: now, shownVersion: 0 })));
  await tx.outbox.owe([listUpdate({ conversationId, activityId, position: latest.postedAt, dueAt: now })]);
  log.info({ activity: activityId }, 'list card adopted');
  return rows;
}
