import type { Referral } from '../partnerCenter/referral';

/**
 * Whether a referral waits for the partner's Accept or Decline: only New does; Active and Closed never go back, and a deal
 * of one's own (Outgoing) has no accept step.
 * https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral (status and substatus transitions)
 */
export function awaitsAnswer(referral: Referral): boolean {
  return referral.status === 'New' && referral.direction !== 'Outgoing';
}
