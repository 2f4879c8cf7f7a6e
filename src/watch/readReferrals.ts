import type { Referral } from '../partnerCenter/referral';
import { serviceTicks } from '../partnerCenter/serviceTime';

/** Referrals that came out of the filter for incoming ones; where the list leaves `direction` out, that is what they are. */
export const askedAsIncoming = (page: readonly Referral[]): Referral[] =>
  page.map((referral) => ({ ...referral, direction: referral.direction ?? 'Incoming' }));

/** The latest `updatedDateTime` of all, as it was written; undefined where there is none. */
export function highestUpdate(referrals: Iterable<Referral>): string | undefined {
  let highest: string | undefined;
  for (const { updatedDateTime } of referrals) {
    const ticks = serviceTicks(updatedDateTime);
    if (ticks !== undefined && ticks > (serviceTicks(highest) ?? -1n)) highest = updatedDateTime ?? undefined;
  }
  return highest;
}
