import { referralWords as words } from '../locales/referralWords';
import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { answerDeadline } from '../referrals/expiry';
import { dealDeadline } from '../referrals/sharedDeal';
import type { Decision } from '../storage/store';
import { deciderText } from './deciderText';
import { otherSideName } from './otherSideName';
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
  /** How the other side's copy of a deal of ours stands. */
  connected?: Referral | null;
  decision: Decision | null;
  /** ms, UTC. */
  now: number;
  responseDays: number;
}

const styles: Readonly<Record<Exclude<ReferralStage, 'open' | 'outgoing'>, ReferralBanner['style']>> = {
  acceptedThere: 'accent',
  declinedThere: 'warning',
  expiredThere: 'warning',
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
  if (stage === 'outgoing') return sharedBanner(facts, formats);
  return { text: endedText(stage, facts, formats), style: styles[stage] };
}

function endedText(
  stage: Exclude<ReferralStage, 'open' | 'outgoing'>,
  { referral, connected = null, decision }: BannerFacts,
  formats: Formats,
): string {
  const { ended, shared } = words;
  const name = otherSideName({ referral, connected });
  const { acceptedDateTime, closedDateTime } = referral;
  const made = (verb: Decision['verb']) => (decision?.verb === verb ? decision : undefined);
  const texts: Readonly<Record<typeof stage, () => string>> = {
    acceptedThere: () => dated(shared.accepted(name), connected?.acceptedDateTime, formats),
    declinedThere: () => dated(shared.declined(name), connected?.closedDateTime, formats),
    expiredThere: () => dated(shared.expired(name), connected?.closedDateTime, formats),
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
  return { text: `${words.open[urgency](left)} ${until}`, style: urgencies[urgency] };
}

/** For a deal of ours that the other side has not answered. */
function sharedBanner(
  { referral, connected = null, now, responseDays }: BannerFacts,
  formats: Formats,
): ReferralBanner {
  const deal = { referral, connected };
  const name = otherSideName(deal);
  const deadline = dealDeadline(deal, responseDays);
  if (!deadline) return { text: words.shared.waits(name), style: 'accent' };
  const { urgency, left, until } = timeLeft(deadline, now, formats);
  return { text: `${words.shared[urgency](name, left)} ${until}`, style: urgencies[urgency] };
}

const urgencies = { calm: 'accent', soon: 'warning', urgent: 'attention' } as const;

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
