import type { Store } from '../../../src/storage/store';
import type { Press } from './press';
import type { ReportedRun } from './report';
import type { Scene } from './scene';

/** What people were told was done is in Partner Center once, done by them and by nobody else; cards and trail say the same. */
export async function checkDecisions(
  scene: Scene,
  store: Store,
  presses: readonly Press[],
  { ids, found, counts }: ReportedRun,
): Promise<void> {
  const { sandbox, teams, channels, deciders } = scene;
  for (const [index, referralId] of ids.entries()) {
    const what = `Customer ${index + 1}`;
    const mine = presses.filter((press) => press.referralId === referralId);
    const done = sandbox.world.referrals.history(referralId).filter(({ how }) => how === 'api');
    counts.decisions += done.length;
    if (done.length > 1) found.push(`${what}: decided ${done.length} times`);
    for (const { card = '', by } of mine) {
      const told = new RegExp(`(Accepted|Declined) by ${by.name}`).test(card);
      if (told && done[0]?.by !== by.name) found.push(`${what}: ${by.name} was told it was done, and it was not`);
    }
    const trail = (await store.audit.ofSubject(referralId)).filter(({ action }) => /accept|decline/.test(action));
    const [decision] = done;
    const claimed = trail.filter(({ outcome }) => outcome === 'done');
    // Of two who pressed at the same moment and got no answer, nobody can tell whose it was.
    const unclear = new Set(trail.filter(({ outcome }) => outcome === 'begun').map(({ actorId }) => actorId)).size > 1;
    if (!unclear && claimed.some(({ actorName }) => actorName !== decision?.by))
      found.push(`${what}: the trail names somebody who did not decide`);
    if (!decision) continue;
    if (!mine.some(({ by }) => by.name === decision.by))
      found.push(`${what}: decided by ${decision.by}, who did not press`);
    if (!deciders.some(({ name }) => name === decision.by))
      found.push(`${what}: decided by ${decision.by}, who may not`);
    if (claimed.length !== 1) found.push(`${what}: the trail has ${claimed.length} decisions`);
    // Where the answer was lost nobody is named as the one who decided: Partner Center does not say who it was.
    if (!(await store.ledger.find(referralId))?.decision) continue;
    const known = (await store.cards.ofReferral(referralId)).map(({ activityId }) => activityId);
    const cards = channels.flatMap(({ id }) => teams.cards(id)).filter(({ activityId }) => known.includes(activityId));
    if (cards.some(({ card }) => !JSON.stringify(card).includes(decision.by)))
      found.push(`${what}: a card does not say who decided`);
  }
}
