import type { Referral } from '../partnerCenter/referral';

// https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral (status and substatus transitions)
const allowed: Readonly<Record<string, readonly string[]>> = {
  New: ['New', 'Active', 'Closed'],
  Active: ['Active', 'Closed'],
  Closed: ['Closed'],
};

/** Whether Partner Center lets a referral go from one status to another; unknown statuses go nowhere. */
export function mayBecome(from: string | null | undefined, to: string): boolean {
  return allowed[from ?? '']?.includes(to) ?? false;
}

/** Whether a referral waits for the partner's Accept or Decline. Deals of one's own (Outgoing) never do. */
export function awaitsAnswer(referral: Referral): boolean {
  return referral.status === 'New' && referral.direction !== 'Outgoing';
}
