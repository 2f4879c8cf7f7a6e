import type { Referral } from '../partnerCenter/referral';
import { awaitsAnswer } from '../referrals/lifecycle';
import type { Decision } from '../storage/store';

const pressed = { accept: 'Accept', decline: 'Decline' } as const;
const decided = { accept: 'accepted', decline: 'declined' } as const;

/** Why a press changed nothing, in plain words, for the card that everybody sees. */
export function tooLateSentence(
  name: string,
  verb: Decision['verb'],
  referral: Referral,
  earlier: Decision | null,
): string {
  const press = `${name} pressed ${pressed[verb]}`;
  if (awaitsAnswer(referral)) {
    return `${press}, but the referral was changed in Partner Center at that moment. Nothing was overwritten. Look at it again and press once more.`;
  }
  if (referral.substatus === 'Expired') {
    return `${press}, but the referral has expired: nobody answered it in time. Nothing was changed.`;
  }
  if (earlier)
    return `${press}, but ${earlier.byName} was faster and ${decided[earlier.verb]} it already. Nothing was changed.`;
  return `${press}, but someone was faster: ${stateInPartnerCenter(referral)}. Nothing was changed.`;
}

function stateInPartnerCenter(referral: Referral): string {
  if (referral.substatus === 'Accepted') return 'it was already accepted in Partner Center';
  if (referral.substatus === 'Declined') return 'it was already declined in Partner Center';
  return `in Partner Center it is already ${[referral.status, referral.substatus].filter(Boolean).join(', ')}`;
}
