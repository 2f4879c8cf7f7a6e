import type { Referral } from '../partnerCenter/referral';
import { awaitsAnswer } from '../referrals/lifecycle';
import { awaitsOthers } from '../referrals/sharedDeal';

/** Where a referral stands, as its card tells it. */
export type ReferralStage =
  /** Waits for our Accept or Decline. */
  | 'open'
  /** A deal of ours that waits for the other side. */
  | 'outgoing'
  /** A deal of ours that the other side takes part in, or does not. */
  | 'acceptedThere'
  | 'declinedThere'
  | 'expiredThere'
  | 'accepted'
  /** A deal of ours that runs; nobody had to accept it. */
  | 'pipeline'
  | 'declined'
  | 'expired'
  | 'won'
  | 'lost'
  /** A status that we do not know: it is shown as Partner Center writes it. */
  | 'other';

const closed: Readonly<Record<string, ReferralStage>> = {
  Declined: 'declined',
  Expired: 'expired',
  Won: 'won',
  Lost: 'lost',
};

/** Reads the stage from status, substatus and direction, of a shared deal of ours also from the other side's copy. https://learn.microsoft.com/en-us/partner-center/developer/referral-resources */
export function referralStage(referral: Referral, connected: Referral | null = null): ReferralStage {
  if (awaitsAnswer(referral)) return 'open';
  if (awaitsOthers({ referral, connected })) return 'outgoing';
  if (referral.direction === 'Outgoing' && referral.status !== 'Closed' && connected) return stageThere(connected);
  if (referral.status === 'New') return 'outgoing';
  if (referral.status === 'Active') return referral.direction === 'Outgoing' ? 'pipeline' : 'accepted';
  if (referral.status !== 'Closed') return 'other';
  const substatus = referral.substatus ?? '';
  return Object.hasOwn(closed, substatus) ? (closed[substatus] ?? 'other') : 'other';
}

function stageThere({ status, substatus }: Referral): ReferralStage {
  if (status === 'Closed' && substatus === 'Declined') return 'declinedThere';
  if (status === 'Closed' && substatus === 'Expired') return 'expiredThere';
  return status === 'Active' || status === 'Closed' ? 'acceptedThere' : 'pipeline';
}
