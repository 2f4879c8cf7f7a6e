import type { Answer, AuthorizedCall } from '../http/call';
import type { World } from '../world';
import { readableReferral } from './readableReferral';
import { renderEntity } from './renderReferral';

/** GET /v1.0/engagements/referrals/{id}. https://learn.microsoft.com/en-us/partner-center/developer/get-a-referral-by-id */
export function getReferral(call: AuthorizedCall, world: World): Answer {
  const referral = readableReferral(call, world);
  return { status: 200, headers: { ETag: world.referrals.eTagOf(referral.id) }, body: renderEntity(referral) };
}
