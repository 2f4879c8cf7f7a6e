import type { Referral } from '../partnerCenter/referral';
import type { ReferralsQuestion } from './referralsQuestion';

/**
 * The organization that a partner is, as far as its referrals tell it: what is incoming is owned by whoever received it.
 * https://learn.microsoft.com/en-us/partner-center/developer/referral-resources
 */
export const ownOrganization = (referrals: readonly Referral[]): string | undefined =>
  referrals.find(isReceived)?.organizationId ?? undefined;

const isReceived = ({ direction, organizationId }: Referral): boolean =>
  direction === 'Incoming' && Boolean(organizationId) && organizationId !== microsoft;

const microsoft = 'msft';

/**
 * A list without the copies that other organizations hold of the same deals: each engagement is there once, as ours. A copy
 * stays where nothing of ours is known of its engagement, unless only our own deals are asked for, and where the engagement
 * itself is asked for.
 * @param own our organization; undefined where it is not known, which leaves Microsoft's copies to be told
 */
export function ownCopies(
  referrals: readonly Referral[],
  own: string | undefined,
  { engagementId, direction, kind }: ReferralsQuestion,
): readonly Referral[] {
  if (engagementId !== undefined) return referrals;
  const isOther = ({ organizationId }: Referral): boolean =>
    Boolean(organizationId) && (own ? organizationId !== own : organizationId === microsoft);
  const ours = new Set(referrals.filter((referral) => !isOther(referral)).map((referral) => referral.engagementId));
  const onlyOurDeals = own !== undefined && (direction === 'Outgoing' || kind === 'pipeline');
  return referrals.filter(
    (referral) => !isOther(referral) || !(onlyOurDeals || (referral.engagementId && ours.has(referral.engagementId))),
  );
}
