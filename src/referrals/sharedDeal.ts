import type { Referral } from '../partnerCenter/referral';
import type { LedgerEntry } from '../storage/store';
import { answerDeadline, type AnswerDeadline } from './expiry';
import { isExpired } from './expired';
import { awaitsAnswer } from './lifecycle';

/** A referral, with how the other organization's copy of it stands where it is a shared one of ours. */
export type SharedDeal = Pick<LedgerEntry, 'referral' | 'connected'>;

/**
 * The copy that says what was answered. A shared deal of ours is accepted from the start; whether Microsoft takes part is told
 * by Microsoft's connected referral. https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
 */
export const answeringCopy = ({ referral, connected }: SharedDeal): Referral =>
  referral.direction === 'Outgoing' && connected ? connected : referral;

/** Whether a deal of ours waits for the other organization's answer. */
export const awaitsOthers = (deal: SharedDeal): boolean =>
  deal.referral.direction === 'Outgoing' && deal.referral.status !== 'Closed' && answeringCopy(deal).status === 'New';

/** Whether somebody has to answer it, we or the other organization. */
export const awaitsAnybody = (deal: SharedDeal): boolean => awaitsAnswer(deal.referral) || awaitsOthers(deal);

/**
 * Until when whoever has to may answer it; undefined where nobody has to, and where no date is known. Microsoft's sellers have
 * the same 14 days. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 * @param responseDays `REFERRAL_RESPONSE_DAYS`
 */
export const dealDeadline = (deal: SharedDeal, responseDays: number): AnswerDeadline | undefined =>
  awaitsAnybody(deal) ? answerDeadline(answeringCopy(deal), responseDays) : undefined;

/** Whether it ended without an answer; a deal of ours that was closed since has ended otherwise. */
export const hasExpired = (deal: SharedDeal): boolean =>
  isExpired(deal.referral.status === 'Closed' ? deal.referral : answeringCopy(deal));

/** What is kept of another organization's copy with the referral of ours: how it stands, and nothing about the customer. */
export function standingOf(copy: Referral): Referral {
  const { id, organizationId, organizationName, status, substatus, statusReason } = copy;
  const { createdDateTime, expirationDateTime, acceptedDateTime } = copy;
  const closedDateTime = copy.closedDateTime ?? (status === 'Closed' ? copy.updatedDateTime : null);
  const dates = { createdDateTime, expirationDateTime, acceptedDateTime, closedDateTime };
  return { id, organizationId, organizationName, status, substatus, statusReason, ...dates };
}
