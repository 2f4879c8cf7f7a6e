import { referralListWords as words } from '../locales/referralListWords';
import { referralWords } from '../locales/referralWords';
import type { Referral } from '../partnerCenter/referral';
import { answerDeadline } from '../referrals/expiry';
import { timeAsked } from '../referrals/fitsQuestion';
import { referralKind } from '../referrals/referralKind';
import type { ListRow } from './listCard';
import { referralStage } from './referralStage';
import { customerName, customerPlace, dealValue } from './referralTexts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { readableCode } from './text/readableCode';
import { timeLeft } from './timeLeft';

/** What a line of a list is made with. */
export interface LineFacts {
  /** ms, UTC. */
  now: number;
  responseDays: number;
}

/** A referral as one line of a list: customer, state or time left, kind, place, value, date. Plain text. */
export function referralLine(referral: Referral, facts: LineFacts, formats: Formats): Omit<ListRow, 'open'> {
  const about = [
    referralWords.kinds[referralKind(referral)],
    isolateText(cutText(customerPlace(referral), 80)),
    dealValue(referral, formats),
    dated(referral, formats),
  ];
  return {
    name: cutText(customerName(referral), 90),
    ...stateOf(referral, facts, formats),
    about: about.filter(Boolean).join(' · '),
  };
}

/**
 * Which of two comes first: what waits for an answer, the most urgent first; then the newest.
 * @param responseDays `REFERRAL_RESPONSE_DAYS`
 */
export function byUrgency(responseDays: number): (a: Referral, b: Referral) => number {
  const rank = (referral: Referral): [number, number] => {
    const open = referralStage(referral) === 'open';
    if (open) return [0, answerDeadline(referral, responseDays)?.at ?? Number.MAX_SAFE_INTEGER];
    return [1, -(timeAsked(referral, referral.status === 'Closed' ? 'closed' : 'created') ?? 0)];
  };
  return (a, b) => {
    const [[kindA, timeA], [kindB, timeB]] = [rank(a), rank(b)];
    return kindA - kindB || timeA - timeB || (a.id < b.id ? -1 : 1);
  };
}

/** Which of two comes first where the newest are asked for. */
export const byCreation = (a: Referral, b: Referral): number =>
  (timeAsked(b, 'created') ?? 0) - (timeAsked(a, 'created') ?? 0) || (a.id < b.id ? -1 : 1);

function stateOf(
  referral: Referral,
  { now, responseDays }: LineFacts,
  formats: Formats,
): Pick<ListRow, 'state' | 'colour'> {
  const stage = referralStage(referral);
  if (stage === 'other') {
    const code = cutText(readableCode(referral.status), 40);
    return { state: code || words.states.unknown, colour: 'default' };
  }
  if (stage !== 'open') return { state: words.states[stage], colour: 'default' };
  const deadline = answerDeadline(referral, responseDays);
  if (!deadline) return { state: words.states.new, colour: 'default' };
  const { left, urgency } = timeLeft(deadline, now, formats);
  return { state: left, colour: urgency === 'urgent' ? 'attention' : 'default' };
}

function dated(referral: Referral, formats: Formats): string {
  const asked = referral.status === 'Closed' ? 'closed' : 'created';
  const ms = timeAsked(referral, asked);
  if (ms === undefined) return '';
  if (asked === 'closed') return words.closed(formats.day(ms));
  return referral.direction === 'Outgoing' ? words.created(formats.day(ms)) : words.received(formats.day(ms));
}
