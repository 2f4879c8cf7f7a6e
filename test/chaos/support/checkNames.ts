import type { AuditRow } from '../../../src/storage/auditEntry';
import type { Store } from '../../../src/storage/store';
import type { Scene } from './scene';

/**
 * What is wrong with the names on the cards of one referral: who is proven to have decided is named as that; where that was lost
 * everybody who may have is named as that, which {@link checkTrail} has found to be right; else nobody.
 */
export async function checkNames(
  { teams, channels }: Scene,
  store: Store,
  trail: readonly AuditRow[],
  referralId: string,
): Promise<string[]> {
  const known = (await store.cards.ofReferral(referralId)).map(({ activityId }) => activityId);
  const cards = channels.flatMap(({ id }) => teams.cards(id)).filter(({ activityId }) => known.includes(activityId));
  const expected = whoIsNamed(trail);
  return [...new Set(cards.map(({ card }) => named(card)))]
    .filter((names) => names !== expected)
    .map((names) => `a card says it was decided by ${names}, where it should say ${expected}`);
}

const nobody = 'nobody in particular';

function whoIsNamed(trail: readonly AuditRow[]): string {
  const done = trail.find(({ outcome }) => outcome === 'done');
  if (done) return done.actorName;
  const names = [...new Set(trail.filter(({ outcome }) => outcome === 'unproven').map(({ actorName }) => actorName))];
  if (names.length === 1) return `${names[0]} (most likely)`;
  return names.length === 0 ? nobody : names.toSorted().join(' or ');
}

function named(card: unknown): string {
  const [, names] = /(?:Accepted|Declined) by ([^",]+), /.exec(JSON.stringify(card)) ?? [];
  return names?.split(' or ').toSorted().join(' or ') ?? nobody;
}
