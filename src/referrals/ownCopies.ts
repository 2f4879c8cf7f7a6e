import type { Referral } from '../partnerCenter/referral';
import { isOthersCopy } from './othersCopy';
import type { ReferralsQuestion } from './referralsQuestion';

/**
 * A list without the copies that other organizations hold of the same deals: each engagement is there once, as ours. A copy
 * stays where nothing of ours is known of its engagement, unless only our own deals are asked for or it waits for that
 * organization's answer, which is ours to wait for and not to give; and where the engagement itself is asked for.
 * @param own our organization; undefined where it is not known, which leaves Microsoft's copies to be told
 */
export function ownCopies(
  referrals: readonly Referral[],
  own: string | undefined,
  { engagementId, direction, kind }: ReferralsQuestion,
): readonly Referral[] {
  if (engagementId !== undefined) return referrals;
  const isOther = (referral: Referral) => isOthersCopy(referral, own);
  const ours = new Set(referrals.filter((referral) => !isOther(referral)).map((referral) => referral.engagementId));
  const onlyOurDeals = own !== undefined && (direction === 'Outgoing' || kind === 'pipeline');
  return referrals.filter((referral) => {
    if (!isOther(referral)) return true;
    const waitsThere = referral.direction === 'Outgoing' && referral.status === 'New';
    return !(onlyOurDeals || waitsThere || (referral.engagementId && ours.has(referral.engagementId)));
  });
}
