import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { OutboxRow } from '../storage/owed';
import type { Card, Store } from '../storage/store';
import { owedUpdates } from '../referrals/owedUpdates';

/** Waits before the commit is tried again, in ms: without it a card that Teams has would be posted once more. */
const waitsMs = [500, 2_000];

/**
 * Ends the row and saves the card that Teams now holds, in one commit. If the referral changed while the card was being sent,
 * the card owes an update from the same commit on.
 * @returns false if the claim had been lost meanwhile; the card is saved all the same
 */
export async function saveCard(
  { store, clock, log }: { store: Store; clock: Clock; log: Log },
  row: OutboxRow,
  card: Card,
): Promise<boolean> {
  for (const waitMs of waitsMs) {
    try {
      return await commit(store, row, card);
    } catch (error) {
      log.warn({ err: error, referral: row.referralId }, 'a card that was sent could not be saved yet');
      await clock.sleep(waitMs);
    }
  }
  return commit(store, row, card);
}

function commit(store: Store, row: OutboxRow, card: Card): Promise<boolean> {
  return store.transaction(async (tx) => {
    const kept = await tx.outbox.complete(row, card.sentAt);
    await tx.cards.save(card);
    const entry = await tx.ledger.find(card.referralId);
    const owed = entry ? await owedUpdates(tx, entry, card.sentAt) : [];
    const ofThisCard = owed.filter((update) => update.activityId === card.activityId);
    if (ofThisCard.length > 0) await tx.outbox.owe(ofThisCard);
    return kept;
  });
}
