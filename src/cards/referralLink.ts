import type { Referral } from '../partnerCenter/referral';

/** The address of a referral's page: `REFERRAL_LINK` with `{id}` and `{engagementId}` filled in, URL-encoded. */
export function referralLink(template: string, referral: Referral): string {
  return template.replaceAll('{id}', encoded(referral.id)).replaceAll('{engagementId}', encoded(referral.engagementId));
}

/** Ids are GUIDs; what is much longer is none, and must not fill the card. */
const encoded = (id: string | null | undefined): string => encodeURIComponent((id ?? '').slice(0, 64).toWellFormed());
