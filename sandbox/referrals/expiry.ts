import type { ReferralResource } from './referralResource';

/**
 * "If you don't respond within the allotted time (currently 14 days), we'll archive it as Expired."
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 */
const daysToAnswer = 14;
const dayMs = 24 * 60 * 60 * 1000;

/** When the service closes this referral unless somebody answers (ms, UTC); undefined for one that is answered. */
export function deadline(referral: ReferralResource): number | undefined {
  if (referral.status !== 'New') return undefined;
  const { expirationDateTime } = referral;
  if (typeof expirationDateTime === 'string') return Date.parse(expirationDateTime);
  return Date.parse(referral.createdDateTime) + daysToAnswer * dayMs;
}
