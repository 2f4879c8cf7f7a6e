import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/warning.json';
import { warningWords as words } from '../locales/warningWords';
import type { Referral } from '../partnerCenter/referral';
import { awaitsAnybody, dealDeadline } from '../referrals/sharedDeal';
import { snoozeDays } from '../referrals/snoozeTime';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import { mention, type Mentioned } from './mention';
import type { CardMessage } from './message';
import { customerName, customerPlace, dealValue } from './referralTexts';
import { snoozeAction } from './snoozeAction';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { markdownText } from './text/markdownText';
import { timeLeft } from './timeLeft';
import { warningSaid, type WarningSaid } from './warningSaid';
import { expiredStory, waitingStory } from './warningStory';

/** What a reminder is made from. Times are ms since the epoch, UTC. */
export interface WarningCardView {
  referral: Referral;
  /** How the other side's copy of a deal of ours stands. */
  connected: Referral | null;
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
const colours = { accent: 'default', warning: 'warning', attention: 'attention', emphasis: 'default' } as const;

/**
 * The reminder of a referral that waits for our answer, or of a deal of ours that waits for the other side's; or, once it has
 * expired, the news of that.
 */
export function warningCard(view: WarningCardView): CardMessage {
  const { referral, now, timeZone } = view;
  const formats = createFormats(view.locale, timeZone ?? undefined, now);
  const isOurs = referral.direction === 'Outgoing';
  const said = warningSaid(view);
  const waits = awaitsAnybody(view);
  const banner = waits ? waitingBanner(view, said, formats) : { text: said.expired, style: 'emphasis' as const };
  const mentions = waits ? view.people.map(mention) : [];
  const named = formats.list(mentions.map(({ text }) => text));
  const days = snoozeDays(now, dealDeadline(view, view.responseDays)?.at, timeZone);
  const data = { referralId: referral.id };
  const card = expandTemplate(compiled, {
    mentions: mentions.map(({ entity }) => entity),
    banner: { ...banner, text: markdownText(banner.text, 160), colour: colours[banner.style] },
    customer: markdownText(customerName(referral), 120),
    placeAndValue: markdownText(placeAndValue(referral, formats), 220),
    calling: waits && view.people.length > 0 ? said.waits(named) : '',
    story: waits ? waitingStory(view, said, formats) : expiredStory(view, said, formats),
    asOf: view.asOf === undefined ? '' : words.asOf(formats.moment(view.asOf)),
    actions: [
      ...(waits && !isOurs
        ? [executeAction({ title: words.accept, verb: 'referral.accept', data, style: 'positive' })]
        : []),
      executeAction({ title: words.open, verb: 'referral.show', data }),
      ...(waits && days ? [snoozeAction(referral.id, days)] : []),
    ],
  });
  const customer = isolateText(cutText(customerName(referral), 60));
  return { card, summary: cutText(words.summary(customer, banner.text), 190) };
}

function waitingBanner(view: WarningCardView, said: WarningSaid, formats: Formats) {
  const { now, responseDays, first } = view;
  const deadline = dealDeadline(view, responseDays);
  if (!deadline) return { text: said.undated, style: 'accent' as const };
  const { urgency, left, until } = timeLeft(deadline, now, formats);
  const style = ({ calm: 'accent', soon: 'warning', urgent: 'attention' } as const)[urgency];
  return { text: `${said.left(left, first)} ${until}`, style };
}

const placeAndValue = (referral: Referral, formats: Formats): string =>
  [isolateText(customerPlace(referral)), dealValue(referral, formats)].filter(Boolean).join(' · ');
