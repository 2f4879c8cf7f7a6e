import { serviceTimeMs } from '../partnerCenter/serviceTime';
import type { Store } from '../storage/store';
import { postTime } from './postTime';

/**
 * The quiet hours of a conversation were changed or cleared: what waits there falls due as they are now, cards, reminders and news.
 * @param store a transaction that has changed them
 * @param now ms since the epoch
 */
export async function rescheduleWaiting(store: Store, conversationId: string, now: number): Promise<void> {
  await store.warnings.reconsiderIn(conversationId, now);
  const waiting = await store.ledger.findMany(await store.outbox.waitingPosts(conversationId));
  const quiet = await store.quietHours.all();
  await store.outbox.dropPosts(conversationId, [...waiting.keys()]);
  const posts = [...waiting.values()].map(({ referralId, referral }) => ({
    kind: 'post' as const,
    referralId,
    conversationId,
    activityId: '',
    position: serviceTimeMs(referral.createdDateTime) ?? now,
    dueAt: postTime(conversationId, referral, quiet, now),
  }));
  await store.outbox.owe(posts);
  await store.news.fallDue(conversationId, postTime(conversationId, {}, quiet, now));
}
