import type { Referral } from '../partnerCenter/referral';

/** What a referral is to a sales team. */
export type ReferralKind = 'coSell' | 'qualifiedLead' | 'lead' | 'pipeline';

/**
 * Classifies a referral after the documented table, with `Shared` tested first because Microsoft's own co-sell invitations
 * match no row of it. What the table calls a Marketplace lead (Independent, Direct) is a `lead`: the list page says that
 * the API does not carry those from the marketplace.
 * https://learn.microsoft.com/en-us/partner-center/developer/referrals-api-introduction
 */
export function referralKind(referral: Referral): ReferralKind {
  if (referral.type === 'Shared') return 'coSell';
  if (referral.direction === 'Outgoing') return 'pipeline';
  const fromMicrosoft = referral.inviteContext?.invitedBy?.organizationId === 'msft';
  const qualified = referral.qualification === 'SalesQualified' || referral.qualification === 'MarketingQualified';
  if (qualified && fromMicrosoft) return 'qualifiedLead';
  return qualified ? 'coSell' : 'lead';
}
