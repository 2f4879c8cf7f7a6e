import { referralWords as words } from '../locales/referralWords';
import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { answerDeadline } from '../referrals/expiry';
import type { Decision } from '../storage/store';
import { deciderText } from './deciderText';
import type { ReferralStage } from './referralStage';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { readableCode } from './text/readableCode';
import { timeLeft } from './timeLeft';

/** The card's first line: where the referral stands, in words and in a colour (a container style of Adaptive Cards). */
export interface ReferralBanner {
  /** Plain text. */
  text: string;
  style: 'accent' | 'warning' | 'attention' | 'emphasis';
}

/** What the banner is made from. */
export interface BannerFacts {
  referral: Referral;
  decision: Decision | null;
  /** ms, UTC. */
  now: number;
  responseDays: number;
}

const styles: Readonly<Record<Exclude<ReferralStage, 'open'>, ReferralBanner['style']>> = {
  outgoing: 'accent',
  pipeline: 'accent',
  accepted: 'emphasis',
  won: 'emphasis',
  declined: 'emphasis',
  expired: 'emphasis',
  lost: 'emphasis',
  other: 'emphasis',
};

/** The banner of a referral at this stage. */
export function referralBanner(stage: ReferralStage, facts: BannerFacts, formats: Formats): ReferralBanner {
  if (stage === 'open') return openBanner(facts, formats);
  return { text: endedText(stage, facts, formats), style: styles[stage] };
}

function endedText(
  stage: Exclude<ReferralStage, 'open'>,
  { referral, decision }: BannerFacts,
  formats: Formats,
): string {
  const { ended } = words;
  const { acceptedDateTime, closedDateTime } = referral;
  const made = (verb: Decision['verb']) => (decision?.verb === verb ? decision : undefined);
  const texts: Readonly<Record<typeof stage, () => string>> = {
    outgoing: () => words.open.outgoing,
    pipeline: () => ended.pipeline,
    accepted: () =>
      decided(made('accept'), ended.acceptedBy, formats) ?? dated(ended.accepted, acceptedDateTime, formats),
    declined: () =>
      decided(made('decline'), ended.declinedBy, formats) ?? dated(ended.declined, closedDateTime, formats),
    expired: () => ended.expired,
    won: () => decided(made('won'), ended.wonBy, formats) ?? dated(ended.won, closedDateTime, formats),
    lost: () => decided(made('lost'), ended.lostBy, formats) ?? dated(ended.lost, closedDateTime, formats),
    other: () => statusAsWritten(referral),
  };
  return texts[stage]();
}

function openBanner({ referral, now, responseDays }: BannerFacts, formats: Formats): ReferralBanner {
  const deadline = answerDeadline(referral, responseDays);
  if (!deadline) return { text: words.open.undated, style: 'accent' };
  const { urgency, left, until } = timeLeft(deadline, now, formats);
  const style = { calm: 'accent', soon: 'warning', urgent: 'attention' } as const;
  return { text: `${words.open[urgency](left)} ${until}`, style: style[urgency] };
}

function decided(
  decision: Decision | undefined,
  sentence: (name: string, when: string) => string,
  formats: Formats,
): string | undefined {
  if (!decision) return undefined;
  return sentence(deciderText(decision), formats.moment(decision.at));
}

function dated(text: string, iso: string | null | undefined, formats: Formats): string {
  const ms = serviceTimeMs(iso);
  return ms === undefined ? text : `${text}, ${formats.moment(ms)}`;
}

function statusAsWritten({ status, substatus }: Referral): string {
  const parts = [status, substatus]
    .filter((part) => part && part !== 'None')
    .map((part) => cutText(readableCode(part), 60));
  return parts.join(' · ') || words.ended.unknown;
}
