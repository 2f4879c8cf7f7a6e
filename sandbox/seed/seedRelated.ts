import { isJsonObject, type JsonObject } from '../json';
import type { ReferralResource } from '../referrals/referralResource';
import type { Referrals } from '../referrals/referrals';
import { toTimestamp } from '../referrals/timestamps';
import { partner } from '../users/seededUsers';
import type { Random } from './random';

const microsoft = { organizationId: 'msft', organizationName: 'Microsoft' };

/**
 * Gives shared deals that are being worked on, and every shared deal of the partner's own, the other party's copy in the same
 * engagement. https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
 */
export function seedRelated(referrals: Referrals, random: Random, now: number): void {
  for (const referral of referrals.all()) {
    const owner = otherParty(referral);
    if (owner) referrals.add(copyFor(owner, referral, now, random));
  }
}

/** Who else takes part: Microsoft in what the partner began, else whoever invited the partner. */
function otherParty({ type, direction, status, inviteContext }: ReferralResource): JsonObject | undefined {
  if (type !== 'Shared') return undefined;
  if (direction === 'Outgoing') return microsoft;
  const inviter = isJsonObject(inviteContext) ? inviteContext.invitedBy : undefined;
  return status === 'Active' && isJsonObject(inviter) ? inviter : undefined;
}

function copyFor(owner: JsonObject, referral: ReferralResource, now: number, random: Random): ReferralResource {
  const invited = referral.direction === 'Outgoing' ? microsoft.organizationId : partner.organizationId;
  return {
    ...structuredClone(referral),
    ...owner,
    ...(owner === microsoft ? answerOf(referral, now) : {}),
    id: random.guid(),
    externalReferenceId: null,
    direction: 'Outgoing',
    target: [{ type: 'BusinessProfileLocation', id: invited }],
  };
}

const dayMs = 24 * 60 * 60 * 1000;

/** What Microsoft made of a deal that runs: nothing yet, or its sellers let the time run out, or it is theirs too. */
function answerOf({ status, createdDateTime }: ReferralResource, now: number): JsonObject {
  if (status !== 'Active') return {};
  const expires = Date.parse(createdDateTime) + 14 * dayMs;
  if (expires > now) return { status: 'New', substatus: 'Pending', acceptedDateTime: null };
  if (now - expires < 30 * dayMs) return {};
  const closedDateTime = toTimestamp(expires);
  const closed = { status: 'Closed', substatus: 'Expired', acceptedDateTime: null };
  return { ...closed, closedDateTime, updatedDateTime: closedDateTime };
}
