import type { Referral } from '../partnerCenter/referral';
import { answerDeadline } from './expiry';
import { referralKind } from './referralKind';
import { asksForExpiry, dateAsked, type ReferralsQuestion } from './referralsQuestion';
import { serviceTimeMs } from '../partnerCenter/serviceTime';

/** What days and deadlines are reckoned with. */
export interface Calendar {
  /** `REFERRAL_RESPONSE_DAYS`. */
  responseDays: number;
  /** IANA; UTC where it is not known. */
  timeZone: string | undefined;
}

/** The part of a question that Partner Center cannot be asked: amounts, names, kinds, deadlines and periods. */
export function fitsQuestion(referral: Referral, question: ReferralsQuestion, calendar: Calendar): boolean {
  return (
    fitsKind(referral, question) &&
    fitsCustomer(referral, question) &&
    fitsAmount(referral, question) &&
    fitsExpiry(referral, question, calendar) &&
    fitsPeriod(referral, question, calendar)
  );
}

/** When a referral was closed, accepted or received, in ms; a closed one without that date was closed by its last change. */
export function timeAsked(referral: Referral, asked: ReturnType<typeof dateAsked>): number | undefined {
  const { closedDateTime, acceptedDateTime, createdDateTime, updatedDateTime } = referral;
  const times = { closed: closedDateTime ?? updatedDateTime, accepted: acceptedDateTime, created: createdDateTime };
  return serviceTimeMs(times[asked]);
}

function fitsKind(referral: Referral, { kind }: ReferralsQuestion): boolean {
  return kind === undefined || referralKind(referral) === kind;
}

function fitsCustomer({ customerProfile, name }: Referral, { customer }: ReferralsQuestion): boolean {
  if (customer === undefined) return true;
  return [customerProfile?.name, name].some((text) => comparable(text).includes(comparable(customer)));
}

/** Without regard to case, accents and punctuation. */
const comparable = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function fitsAmount({ details }: Referral, { min, max, currency }: ReferralsQuestion): boolean {
  if (currency !== undefined && details?.currency?.toUpperCase() !== currency) return false;
  if (min === undefined && max === undefined) return true;
  const { dealValue } = details ?? {};
  const amount = Number(typeof dealValue === 'string' ? dealValue.trim() || Number.NaN : (dealValue ?? Number.NaN));
  return amount >= (min ?? 0) && amount <= (max ?? Infinity);
}

function fitsExpiry(referral: Referral, question: ReferralsQuestion, { responseDays, timeZone }: Calendar): boolean {
  if (!asksForExpiry(question)) return true;
  const deadline = answerDeadline(referral, responseDays);
  return isWithin(deadline?.at, question.expiresFrom, question.expiresTo, timeZone);
}

function fitsPeriod(referral: Referral, question: ReferralsQuestion, { timeZone }: Calendar): boolean {
  const { from, to } = question;
  if (from === undefined && to === undefined) return true;
  return isWithin(timeAsked(referral, dateAsked(question)), from, to, timeZone);
}

function isWithin(ms: number | undefined, from = '0000', to = '9999', timeZone = 'UTC'): boolean {
  if (ms === undefined) return false;
  const day = dayOf(ms, timeZone);
  return from <= day && day <= to;
}

function dayOf(ms: number, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms);
  } catch {
    // A zone that this machine does not know.
    return new Date(ms).toISOString().slice(0, 10);
  }
}
