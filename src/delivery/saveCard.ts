import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Owed, OutboxRow } from '../storage/owed';
import type { Card, Store } from '../storage/store';
import { listUpdate } from '../referrals/listUpdate';
import { owedUpdates } from '../referrals/owedUpdates';
import { keepTrying } from './keepTrying';

/**
 * Ends the row and saves the card that Teams now holds, in one commit. If the referral changed while the card was being sent,
 * the card owes an update from the same commit on.
 * @returns false if the claim had been lost meanwhile; the card is saved all the same
 */
export function saveCard(
  { store, clock, log }: { store: Store; clock: Clock; log: Log },
  row: OutboxRow,
  card: Card,
): Promise<boolean> {
  return keepTrying(clock, log, () => commit(store, row, card));
}

function commit(store: Store, row: OutboxRow, card: Card): Promise<boolean> {
  return store.transaction(async (tx) => {
    const kept = await tx.outbox.complete(row, card.sentAt);
    await tx.cards.save(card);
    if (row.kind === 'post') await tx.warnings.begin(card.referralId, card.conversationId, card.postedAt);
    const entry = await tx.ledger.find(card.referralId);
    const owed = entry ? await owedUpdates(tx, entry, card.sentAt) : [];
    const ofThisCard = owed.filter((update) => update.kind === 'update' && update.activityId === card.activityId);
    await tx.outbox.owe([...ofThisCard, ...(row.kind === 'post' ? await listsOf(tx, row, card) : [])]);
    return kept;
  });
}

/** List cards that show a referral say so when it has a card of its own. */
async function listsOf(
  tx: Store,
  { conversationId, position }: OutboxRow,
  { referralId, sentAt }: Card,
): Promise<Owed[]> {
  const lists = (await tx.folded.ofReferral(referralId)).filter((list) => list.conversationId === conversationId);
  return lists.map(({ activityId }) => listUpdate({ conversationId, activityId, position, dueAt: sentAt }));
}
