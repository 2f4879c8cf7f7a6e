import { mergeDeep } from '../json';
import type { Referrals } from '../referrals/referrals';
import type { ReferralResource } from '../referrals/referralResource';
import { toTimestamp } from '../referrals/timestamps';
import { countries } from './countries';
import { unitedStates } from './countries/unitedStates';
import { inventReferral } from './inventReferral';
import { oddities } from './oddities';
import type { Random } from './random';
import { kinds, type Kind } from './recipe';
import { states, toState } from './states';

const hourMs = 60 * 60 * 1000;

/** Every kind in every state it can have, then the odd ones. Times lie before `now` (ms, UTC). */
export function seedReferrals(referrals: Referrals, random: Random, now: number): void {
  const kindNames = Object.keys(kinds) as Kind[];
  const seeded = kindNames.flatMap((kind) =>
    states.filter(({ isForOwn }) => kinds[kind].direction === 'Incoming' || isForOwn).map((state) => ({ kind, state })),
  );
  const ordinary = seeded.map(({ kind, state }, index) => {
    const hoursAgo = random.between(state.hoursAgo[0], state.hoursAgo[1]);
    const country = countries[index % countries.length] ?? unitedStates;
    const inOwnLanguage = random.chance(0.3);
    const expiresInHours = expirations[index % expirations.length];
    const created = toTimestamp(now - hoursAgo * hourMs, random.between(0, 9999));
    const invented = inventReferral({ kind, country, inOwnLanguage, expiresInHours }, created, random);
    return toState(invented, state, now, random);
  });
  const odd = oddities.map(({ kind, country, hoursAgo, changes }, index) => {
    const created = toTimestamp(now - hoursAgo * hourMs, random.between(0, 9999));
    const invented = inventReferral({ kind, country, expiresInHours: expirations[index % 3] }, created, random);
    return mergeDeep(invented, changes(invented)) as ReferralResource;
  });
  for (const referral of random.shuffle([...ordinary, ...odd])) referrals.add(referral);
}

/** Set, null and missing in turn. */
const expirations = [14 * 24, null, undefined] as const;
