import type { JsonObject } from '../json';
import type { ReferralResource } from './referralResource';

const host = 'https://api.partner.microsoft.com/v1.0';

/**
 * The resource with the links that the service writes. The list spells the path right, every other operation writes
 * `engagments`: both as documented. https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
 */
export function renderReferral(referral: ReferralResource, segment: 'engagements' | 'engagments'): JsonObject {
  const uri = `${host}/${segment}/referrals`;
  return {
    ...referral,
    links: {
      relatedReferrals: { uri: `${uri}?$filter=engagementId eq '${referral.engagementId}'`, method: 'GET' },
      self: { uri: `${uri}/${referral.id}`, method: 'GET' },
    },
  };
}

/** A single referral as get and PATCH answer it. https://learn.microsoft.com/en-us/partner-center/developer/get-a-referral-by-id */
export function renderEntity(referral: ReferralResource): JsonObject {
  const context = `${host}/engagments/referrals/$metadata#Referrals/$entity`;
  return { '@odata.context': context, ...renderReferral(referral, 'engagments') };
}
