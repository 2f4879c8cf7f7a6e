import type { Store } from '../../../src/storage/store';
import type { ReportedRun } from './report';
import type { Scene } from './scene';
import { type SentCard, sentCards } from './sentCards';

/** A card beside the one that the desk knows of. */
export type Double = Pick<SentCard, 'activityId' | 'conversationId'> & { referralId: string };

/** No referral without its card, and no second card but for the window; gives the second ones. */
export async function checkCards(
  { sandbox, teams, channels }: Scene,
  store: Store,
  sent: ReturnType<typeof sentCards>,
  { ids, found, counts }: ReportedRun,
): Promise<Double[]> {
  const doubles: Double[] = [];
  for (const [index, referralId] of ids.entries()) {
    const known = await store.ledger.find(referralId);
    const ended = sandbox.world.referrals.history(referralId).find(({ how }) => how !== 'arrived');
    if (ended && Date.parse(ended.at) <= (known?.firstSeenAt ?? Infinity)) {
      counts.unseen += 1;
      continue;
    }
    const kept = await store.cards.ofReferral(referralId);
    for (const { id: conversationId, name } of channels) {
      const what = `Customer ${index + 1} in ${name}`;
      const posts = sent.filter(
        (card) => card.number === index + 1 && card.conversationId === conversationId && !card.isReminder,
      );
      if (posts.length === 0) found.push(`${what}: no card`);
      counts.cards += Math.min(1, posts.length);
      counts.doubles += Math.max(0, posts.length - 1);
      for (const { activityId, at, isInWindow } of posts.slice(0, -1)) {
        if (!isInWindow)
          found.push(`${what}: card ${activityId} of ${new Date(at).toISOString()} was answered, yet another came`);
      }
      const ours = kept.filter((card) => card.conversationId === conversationId).map(({ activityId }) => activityId);
      if (posts.length > 0 && ours.length === 0) found.push(`${what}: the desk knows no card`);
      doubles.push(
        ...posts.filter(({ activityId }) => !ours.includes(activityId)).map((card) => ({ ...card, referralId })),
      );
      const visible = teams.cards(conversationId).filter(({ activityId }) => ours.includes(activityId));
      const isOver = sandbox.world.referrals.find(referralId)?.status !== 'New';
      if (isOver && visible.some(({ card }) => JSON.stringify(card).includes('"referral.accept"'))) {
        found.push(`${what}: the card still offers Accept`);
      }
    }
  }
  return doubles;
}
