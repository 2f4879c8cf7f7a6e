import { setTimeout as wait } from 'node:timers/promises';
import { scheduleSeconds, type Scene } from './scene';

/** How soon referrals expire that nobody answers, in ms. */
const soonestMs = 20_000;
const latestMs = 45_000;

/**
 * Lets referrals arrive until `signal` aborts, about half of them with a deadline that is reached meanwhile; somebody decides some of them in
 * the portal. Gives their ids.
 */
export async function arriveAtRandom(scene: Scene, signal: AbortSignal): Promise<string[]> {
  const random = scene.random('arrivals');
  const { referrals } = scene.sandbox.world;
  const ids: string[] = [];
  while (!signal.aborted) {
    await wait(random.between(0, 2 * scene.plan.arrivalsMs));
    const lifeMs = random.chance(0.5) ? random.between(soonestMs, latestMs) : 14 * 86_400_000;
    const [arrived] = referrals.arrive({
      customerProfile: { name: `Customer ${ids.length + 1} Ltd` },
      expirationDateTime: new Date(scene.now() + lifeMs).toISOString(),
    });
    if (arrived) ids.push(arrived.id);
    const old = random.pick(ids);
    const isShown = scene.teams.posts.all.some((post) => JSON.stringify(post.versions[0]).includes(old));
    if (random.chance(0.1) && isShown && referrals.find(old)?.status === 'New') {
      referrals.changeInPortal(old, { status: 'Active', substatus: 'Accepted' }, 'Somebody in the portal');
    }
  }
  return ids;
}

/** When the reminders of a referral fall due whose card came at `postedAt`, its end last; ms since the epoch. */
export const remindersDue = (postedAt: number, deadlineAt: number): number[] => [
  ...scheduleSeconds.map((seconds) => deadlineAt - seconds * 1_000).filter((at) => at > postedAt),
  deadlineAt,
];
