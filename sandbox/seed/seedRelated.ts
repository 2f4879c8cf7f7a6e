import { isJsonObject, type JsonObject } from '../json';
import type { ReferralResource } from '../referrals/referralResource';
import type { Referrals } from '../referrals/referrals';
import { partner } from '../users/seededUsers';
import type { Random } from './random';

const microsoft = { organizationId: 'msft', organizationName: 'Microsoft' };

/**
 * Gives shared deals that are being worked on, and every shared deal of the partner's own, the other party's copy in the same
 * engagement. https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
 */
export function seedRelated(referrals: Referrals, random: Random): void {
  for (const referral of referrals.all()) {
    const owner = otherParty(referral);
    if (owner) referrals.add(copyFor(owner, referral, random));
  }
}

/** Who else takes part: Microsoft in what the partner began, else whoever invited the partner. */
function otherParty({ type, direction, status, inviteContext }: ReferralResource): JsonObject | undefined {
  if (type !== 'Shared') return undefined;
  if (direction === 'Outgoing') return microsoft;
  const inviter = isJsonObject(inviteContext) ? inviteContext.invitedBy : undefined;
  return status === 'Active' && isJsonObject(inviter) ? inviter : undefined;
}

function copyFor(owner: JsonObject, referral: ReferralResource, random: Random): ReferralResource {
  const invited = referral.direction === 'Outgoing' ? microsoft.organizationId : partner.organizationId;
  return {
    ...structuredClone(referral),
    ...owner,
    id: random.guid(),
    externalReferenceId: null,
    direction: 'Outgoing',
    target: [{ type: 'BusinessProfileLocation', id: invited }],
  };
}
