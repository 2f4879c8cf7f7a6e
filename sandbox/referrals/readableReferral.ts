import { Refusal, type AuthorizedCall } from '../http/call';
import { referralsError } from '../http/referralsApi';
import type { World } from '../world';
import { isVisible } from './isVisible';
import type { ReferralResource } from './referralResource';

/** The referral that the path names: 404 when there is none, 403 when this user has no part in it. */
export function readableReferral({ params, caller }: AuthorizedCall, world: World): ReferralResource {
  const referral = world.referrals.find(params.id ?? '');
  if (!referral) throw new Refusal(referralsError(404, 'itemNotFound', 'The referral was not found.'));
  if (!isVisible(referral, caller)) {
    // The documented sample spells it so, with a capital A, for missing rights on a referral.
    throw new Refusal(referralsError(403, 'unAuthorized', 'The user is not authorized to access this referral.'));
  }
  return referral;
}
