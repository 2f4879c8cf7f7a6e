import type { FoldedReferral } from '../cards/foldedCard';
import { listUpdate } from '../referrals/listUpdate';
import type { Card, Store } from '../storage/store';
import { foldedReferrals } from './foldedReferrals';

/** What Teams now holds: a list card that shows these referrals as they were when it was drawn. */
export interface SentList {
  conversationId: string;
  activityId: string;
  shown: readonly FoldedReferral[];
  postedAt: number;
  sentAt: number;
}

/**
 * Notes what a list card shows. If some of it has changed while it was being sent, the card owes an update from the same commit on.
 * @param tx the transaction that ends its row
 */
export async function saveList(tx: Store, list: SentList): Promise<void> {
  const { conversationId, activityId, shown, postedAt, sentAt } = list;
  const rows = shown.map(({ entry: { referralId, version } }): Card => ({
    conversationId,
    activityId,
    referralId,
    postedAt,
    sentAt,
    shownVersion: version,
  }));
  await tx.folded.save(rows);
  const ids = rows.map(({ referralId }) => referralId);
  const present = await foldedReferrals(tx, conversationId, ids);
  if (stateOf(present) === stateOf(shown)) return;
  const position = Math.min(...shown.map(({ entry }) => entry.firstSeenAt));
  await tx.outbox.owe([listUpdate({ conversationId, activityId, position, dueAt: sentAt })]);
}

const stateOf = (referrals: readonly FoldedReferral[]): string =>
  JSON.stringify(referrals.map(({ entry, hasCard }) => [entry.referralId, entry.version, hasCard]));
