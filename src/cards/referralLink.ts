import type { Referral } from '../partnerCenter/referral';

/** The address of a referral's page: `REFERRAL_LINK` with `{id}` and `{engagementId}` filled in, URL-encoded. */
export function referralLink(template: string, referral: Referral): string {
  return template
    .replaceAll('{id}', encodeURIComponent(referral.id.toWellFormed()))
    .replaceAll('{engagementId}', encodeURIComponent((referral.engagementId ?? '').toWellFormed()));
}
