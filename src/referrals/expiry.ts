import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';

const dayMs = 86_400_000;

/** Until when a referral can be answered. */
export interface AnswerDeadline {
  /** ms since the epoch, UTC. */
  at: number;
  /** True when Partner Center named no date and the time was computed from the creation. */
  estimated: boolean;
}

/**
 * The deadline of a referral that waits for an answer (status New); undefined for any other and where no date is known.
 * Unanswered for 14 days means archived as Expired.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 * @param responseDays `REFERRAL_RESPONSE_DAYS`, used where the referral has no `expirationDateTime`
 */
export function answerDeadline(referral: Referral, responseDays: number): AnswerDeadline | undefined {
  if (referral.status !== 'New') return undefined;
  const named = serviceTimeMs(referral.expirationDateTime);
  if (named !== undefined) return { at: named, estimated: false };
  const created = serviceTimeMs(referral.createdDateTime);
  if (created === undefined) return undefined;
  return { at: created + responseDays * dayMs, estimated: true };
}
