import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/warning.json';
import { warningWords as words } from '../locales/warningWords';
import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { answerDeadline } from '../referrals/expiry';
import { awaitsAnswer } from '../referrals/lifecycle';
import { snoozeDays } from '../referrals/snoozeTime';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import { mention, type Mentioned } from './mention';
import type { CardMessage } from './message';
import { customerName, customerPlace, dealValue, memberName } from './referralTexts';
import { snoozeAction } from './snoozeAction';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { markdownText } from './text/markdownText';
import { timeLeft } from './timeLeft';

/** What a reminder is made from. Times are ms since the epoch, UTC. */
export interface WarningCardView {
  referral: Referral;
  /** When its card came to the conversation. */
  postedAt: number;
  /** True for the first reminder of all. */
  first: boolean;
  /** Whom it addresses; nobody in a personal chat. */
  people: readonly Mentioned[];
  /** When the referral was last read, where Partner Center could not be asked for this reminder. */
  asOf: number | undefined;
  now: number;
  /** `REFERRAL_RESPONSE_DAYS`. */
  responseDays: number;
  /** BCP 47 */
  locale: string;
  /** IANA */
  timeZone: string | null;
}

const compiled = new Template(template);
const dayMs = 86_400_000;
const colours = { accent: 'default', warning: 'warning', attention: 'attention', emphasis: 'default' } as const;

/** The reminder of a referral that waits for an answer, or, once it has expired, the news of that. */
export function warningCard(view: WarningCardView): CardMessage {
  const { referral, now, timeZone } = view;
  const formats = createFormats(view.locale, timeZone ?? undefined, now);
  const waits = awaitsAnswer(referral);
  const banner = waits ? waitingBanner(view, formats) : { text: words.expired, style: 'emphasis' as const };
  const mentions = waits ? view.people.map(mention) : [];
  const named = formats.list(mentions.map(({ text }) => text));
  const days = snoozeDays(now, answerDeadline(referral, view.responseDays)?.at, timeZone);
  const data = { referralId: referral.id };
  const card = expandTemplate(compiled, {
    mentions: mentions.map(({ entity }) => entity),
    banner: { ...banner, text: markdownText(banner.text, 160), colour: colours[banner.style] },
    customer: markdownText(customerName(referral), 120),
    placeAndValue: markdownText(placeAndValue(referral, formats), 220),
    calling: waits && view.people.length > 0 ? words.waits(named) : '',
    story: waits ? waitingStory(view, formats) : expiredStory(view, formats),
    asOf: view.asOf === undefined ? '' : words.asOf(formats.moment(view.asOf)),
    actions: [
      ...(waits ? [executeAction({ title: words.accept, verb: 'referral.accept', data, style: 'positive' })] : []),
      executeAction({ title: words.open, verb: 'referral.show', data }),
      ...(waits && days ? [snoozeAction(referral.id, days)] : []),
    ],
  });
  const customer = isolateText(cutText(customerName(referral), 60));
  return { card, summary: cutText(words.summary(customer, banner.text), 190) };
}

function waitingBanner({ referral, now, responseDays, first }: WarningCardView, formats: Formats) {
  const deadline = answerDeadline(referral, responseDays);
  if (!deadline) return { text: words.undated, style: 'accent' as const };
  const { urgency, left, until } = timeLeft(deadline, now, formats);
  const style = ({ calm: 'accent', soon: 'warning', urgent: 'attention' } as const)[urgency];
  return { text: first ? `${words.nudge(left)} ${until}` : `${left} ${until}`, style };
}

const placeAndValue = (referral: Referral, formats: Formats): string =>
  [isolateText(customerPlace(referral)), dealValue(referral, formats)].filter(Boolean).join(' · ');

function waitingStory({ referral, now, people }: WarningCardView, formats: Formats): string {
  const received = serviceTimeMs(referral.createdDateTime);
  const days = received === undefined ? 0 : Math.floor((now - received) / dayMs);
  const parts = [
    people.length > 0 ? '' : words.waitsUnnamed,
    received === undefined ? '' : words.received(formats.day(received), days, formats.number(days)),
    teamOf(referral, formats),
    words.consequence,
  ];
  return parts.filter(Boolean).join(' ');
}

function expiredStory({ referral, postedAt, now }: WarningCardView, formats: Formats): string {
  const received = serviceTimeMs(referral.createdDateTime) ?? postedAt;
  const ended = serviceTimeMs(referral.closedDateTime) ?? serviceTimeMs(referral.updatedDateTime) ?? now;
  const days = Math.max(0, Math.round((ended - received) / dayMs));
  const waited = words.waited(formats.day(received), days, formats.number(days));
  return [waited, words.reached(formats.day(postedAt)), teamOf(referral, formats) || words.nobody].join(' ');
}

/** Who is on the team of the referral, by name; an e-mail address is not shown to a whole channel. */
function teamOf(referral: Referral, formats: Formats): string {
  const names = (referral.team ?? []).map((member) => markdownText(memberName(member), 80)).filter(Boolean);
  return names.length === 0 ? '' : words.team(formats.list(names.slice(0, 5)));
}
