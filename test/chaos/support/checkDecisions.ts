import type { Store } from '../../../src/storage/store';
import { checkNames } from './checkNames';
import { checkTrail } from './checkTrail';
import type { ReportedRun } from './report';
import type { Scene } from './scene';
import { whoDecided } from './whoDecided';

/** What people were told was done is in Partner Center once, done by them and by nobody else; cards and trail say the same. */
export async function checkDecisions(scene: Scene, store: Store, { ids, found, counts }: ReportedRun): Promise<void> {
  const { sandbox, deciders, presses } = scene;
  for (const [index, referralId] of ids.entries()) {
    const mine = presses.filter((press) => press.referralId === referralId);
    const ending = whoDecided(scene, referralId);
    const decided = sandbox.world.referrals.history(referralId).filter(({ how }) => how === 'api');
    const wrong: string[] = [];
    counts.decisions += decided.length;
    if (decided.length > 1) wrong.push(`decided ${decided.length} times`);
    for (const { card = '', by } of mine) {
      const told = new RegExp(`(Accepted|Declined) by ${by.name}, `).test(card);
      if (told && !(ending?.how === 'api' && ending.by === by.name))
        wrong.push(`${by.name} was told it was done, and it was not`);
    }
    if (ending?.how === 'api') {
      if (!mine.some(({ by, verb }) => by.name === ending.by && verb === ending.verb))
        wrong.push(`decided by ${ending.by}, who did not press so`);
      if (!deciders.some(({ name }) => name === ending.by)) wrong.push(`decided by ${ending.by}, who may not`);
    }
    const trail = (await store.audit.ofSubject(referralId)).filter(({ action }) => /accept|decline/.test(action));
    wrong.push(
      ...checkTrail(scene, trail, { referralId, ending, mine }),
      ...(await checkNames(scene, store, trail, referralId)),
    );
    if (ending?.how === 'api' && !trail.some(({ outcome }) => outcome === 'done')) counts.unproven += 1;
    found.push(...wrong.map((what) => `Customer ${index + 1}: ${what}; ${inWords(trail)}`));
  }
}

/** The trail of one referral, for whoever has to find out what went wrong. */
const inWords = (trail: Awaited<ReturnType<Store['audit']['ofSubject']>>): string =>
  `the trail: ${trail.map(({ at, actorName, action, outcome, after, referenceId }) => `${new Date(at).toISOString()} ${actorName} ${action} ${outcome} ${String(after?.ended ?? '')} ${referenceId}`).join(', ')}`;
