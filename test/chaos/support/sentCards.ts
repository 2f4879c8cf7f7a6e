import type { Scene } from './scene';

/** A message about a referral that Teams took. */
export interface SentCard {
  /** The number in the customer's name. */
  number: number;
  conversationId: string;
  activityId: string;
  /** A reminder, in the thread of a card. */
  isReminder: boolean;
  /** When it reached Teams, ms since the epoch. */
  at: number;
  /** Nobody can have saved it: its answer was lost, or its process died. */
  isInWindow: boolean;
  text: string;
}

/**
 * A connection that closes within so many ms after an answer, as a process dies, was that process's: one that idles is kept for
 * four seconds. Saving an answer takes some ms.
 */
const diedWithinMs = 3_500;
/** On a busy machine the answer may be written to a process that died so long before, in ms. */
const noticedWithinMs = 2_000;

/**
 * Everything about referrals that Teams took, in order.
 * @param deaths when processes were killed, ms since the epoch
 */
export function sentCards({ teams }: Scene, deaths: readonly number[]): SentCard[] {
  const isLost = (answeredAt: number, closedAt = Infinity) =>
    closedAt <= answeredAt ||
    (closedAt <= answeredAt + diedWithinMs &&
      deaths.some((death) => death >= answeredAt - noticedWithinMs && death <= closedAt));
  const posts = new Map(teams.posts.all.map((post) => [post.activityId, post]));
  return teams.requests.flatMap(({ method, body, activityId, at, answeredAt, connection: { closedAt } }) => {
    const post = posts.get(activityId ?? '');
    const text = JSON.stringify(body);
    const number = Number(/Customer (\d+) Ltd/.exec(text)?.[1]);
    if (method !== 'POST' || !post || !number) return [];
    const isInWindow = answeredAt === undefined || isLost(answeredAt, closedAt);
    const { conversationId, replyTo } = post;
    return [
      { number, conversationId, activityId: post.activityId, isReminder: replyTo !== undefined, at, isInWindow, text },
    ];
  });
}
