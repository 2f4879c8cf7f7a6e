import type { Store } from '../storage/store';

/**
 * Notes that nothing can be sent to a conversation any more: its watches end, and whoever owned one is owed a word about it
 * elsewhere. What was personal has no elsewhere.
 * @param reason why, for the log and for {@link Store}
 */
export function endConversation(store: Store, conversationId: string, reason: string, at: number): Promise<void> {
  return store.transaction(async (tx) => {
    const conversation = await tx.conversations.find(conversationId);
    const watches = await tx.watches.allIn(conversationId);
    await tx.conversations.remove(conversationId, reason, at);
    if (!conversation || conversation.kind === 'personal') return;
    const byOwner = new Map(watches.map((watch) => [watch.ownerId, watch]));
    const ended = [...byOwner.values()].map((watch) => ({ ...watch, endedAt: at, endedReason: reason }));
    await tx.notices.owe(
      ended.map((watch) => ({ id: `lost ${watch.id}`, conversationId, kind: 'watchEnded' as const, watch })),
      at,
    );
  });
}
