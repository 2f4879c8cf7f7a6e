import type { Store, Watch } from '../storage/store';
import { fitsConditions } from './checkConditions';
import { conditionsOf } from './watchConditions';

/**
 * Ends one watch, together with the posts that still wait there and that no other watch of the conversation wants.
 * @param at ms since the epoch
 */
export function endWatch(store: Store, { id, conversationId }: Watch, reason: string, at: number): Promise<boolean> {
  return store.transaction(async (tx) => {
    const ended = await tx.watches.end(conversationId, reason, at, id);
    const left = (await tx.watches.allIn(conversationId)).map(conditionsOf);
    if (!ended || left.length === 0) return ended;
    const entries = await tx.ledger.findMany(await tx.outbox.waitingPosts(conversationId));
    const unwanted = [...entries.values()].filter(
      ({ referral }) => !left.some((conditions) => fitsConditions(referral, conditions)),
    );
    await tx.outbox.dropPosts(
      conversationId,
      unwanted.map(({ referralId }) => referralId),
    );
    return true;
  });
}
