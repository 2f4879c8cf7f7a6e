import { isJsonObject } from '../json';
import type { Caller } from '../users/users';
import type { ReferralResource } from './referralResource';

/** A Referrals admin sees every referral, a Referrals user those whose `team` has their e-mail address. */
export function isVisible(referral: ReferralResource, caller: Caller): boolean {
  if (caller.roles.includes('referralsAdmin')) return true;
  const email = caller.email.toLowerCase();
  const team: unknown[] = Array.isArray(referral.team) ? referral.team : [];
  return team.some((member) => isJsonObject(member) && String(member.email).toLowerCase() === email);
}
