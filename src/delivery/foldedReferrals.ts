import type { FoldedReferral } from '../cards/foldedCard';
import type { Conversation, LedgerEntry, Store } from '../storage/store';
import type { DeliveryDeps } from './deliverRow';

/** Those that list cards show, as a conversation has them at this moment. Those that the ledger does not know are left out. */
export async function foldedReferrals(
  store: Store,
  conversationId: string,
  referralIds: readonly string[],
): Promise<FoldedReferral[]> {
  const entries = await store.ledger.findMany(referralIds);
  const withCard = await store.cards.shownIn(conversationId, referralIds);
  return referralIds.flatMap((referralId) => {
    const entry = entries.get(referralId);
    return entry ? [{ entry, hasCard: withCard.has(referralId) }] : [];
  });
}

/** Those of them that may be shown there; rejects when that cannot be known now. */
export async function readable<T extends { entry: LedgerEntry }>(
  { mayShow }: DeliveryDeps,
  referrals: readonly T[],
  conversation: Conversation,
): Promise<T[]> {
  const may = await Promise.all(referrals.map(({ entry }) => mayShow(entry, conversation)));
  return referrals.filter((_, at) => may[at]);
}
