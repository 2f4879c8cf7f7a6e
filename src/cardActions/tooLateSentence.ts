import type { Referral } from '../partnerCenter/referral';
import { allows, leadsTo, type ReferralVerb } from '../referrals/lifecycle';
import { buttonNames } from '../referrals/lostAnswerSentence';
import type { Decision } from '../storage/store';

const decided = {
  accept: 'accepted it',
  decline: 'declined it',
  won: 'closed it as won',
  lost: 'closed it as lost',
} as const;

/** Why a press changed nothing, in plain words, for the card that everybody sees. */
export function tooLateSentence(
  name: string,
  verb: ReferralVerb,
  referral: Referral,
  earlier: Decision | null,
): string {
  const press = `${name} pressed ${buttonNames[verb]}`;
  if (allows(referral, verb)) {
    return `${press}, but the referral was changed in Partner Center at that moment. Nothing was overwritten. Look at it again and press once more.`;
  }
  return `${press}, but ${whyNot(name, verb, referral, earlier)} Nothing was changed.`;
}

function whyNot(name: string, verb: ReferralVerb, referral: Referral, earlier: Decision | null): string {
  const { status, substatus, direction } = referral;
  const isAnswer = verb === 'accept' || verb === 'decline';
  if (direction === 'Outgoing' && isAnswer && status !== 'Closed')
    return 'this is a deal of your own, which needs no answer.';
  if (substatus === 'Expired') return 'the referral has expired: nobody answered it in time.';
  if (status === 'New') return 'the referral is still new: it has to be accepted first.';
  if (earlier && !earlier.possibly && leadsTo[earlier.verb] === substatus) {
    const done = decided[earlier.verb];
    return earlier.byName === name ? `had ${done} already.` : `${earlier.byName} was faster and ${done} already.`;
  }
  if (substatus === 'Accepted') return 'someone was faster: it was already accepted in Partner Center.';
  if (substatus === 'Declined') return 'someone was faster: it was already declined in Partner Center.';
  const state = [status, substatus].filter(Boolean).join(', ');
  return `someone was faster: in Partner Center it is already ${state}.`;
}
