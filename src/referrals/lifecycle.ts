import type { Referral } from '../partnerCenter/referral';

/** What a person can do to a referral: the part after `referral.` of a button's verb. */
export type ReferralVerb = 'accept' | 'decline' | 'won' | 'lost' | 'update' | 'note' | 'assign';

/**
 * Whether a referral waits for the partner's Accept or Decline: only New does; Active and Closed never go back, and a deal
 * of one's own (Outgoing) has no accept step.
 * https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral (status and substatus transitions)
 */
export function awaitsAnswer(referral: Referral): boolean {
  return referral.status === 'New' && referral.direction !== 'Outgoing';
}

/**
 * Whether the state of a referral allows it: New is answered, Active is won or lost, Closed is final, and until then notes,
 * deal and team can be changed. The same table as {@link awaitsAnswer}'s.
 */
export function allows(referral: Referral, verb: ReferralVerb): boolean {
  const { status } = referral;
  if (verb === 'accept' || verb === 'decline') return awaitsAnswer(referral);
  return status === 'Active' || (status === 'New' && verb !== 'won' && verb !== 'lost');
}

/** The substatus that a decision leads to. https://learn.microsoft.com/en-us/partner-center/developer/referral-resources */
export const leadsTo = { accept: 'Accepted', decline: 'Declined', won: 'Won', lost: 'Lost' } as const;

/** Whether something that a person does is a decision about the referral itself, and not about what is written in it. */
export const isDecision = (verb: string): verb is keyof typeof leadsTo => Object.hasOwn(leadsTo, verb);
