import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/digest.json';
import { digestWords as words } from '../locales/digestWords';
import type { Digest } from '../referrals/digest';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { referralLine } from './referralLine';
import { createFormats, type Formats } from './text/formats';
import { markdownText } from './text/markdownText';

/** What a digest is drawn with. */
export interface DigestCardView {
  digest: Digest;
  isWeekly: boolean;
  /** `REFERRAL_RESPONSE_DAYS` */
  responseDays: number;
  /** BCP 47 */
  locale: string;
  /** IANA */
  timeZone: string | undefined;
}

const compiled = new Template(template);
/** How many of those that wait are shown by name. */
const shown = 5;

/** What happened to the referrals of a channel, and what waits, the most urgent by name: a press opens one. */
export function digestCard({ digest, isWeekly, responseDays, locale, timeZone }: DigestCardView): CardMessage {
  const formats = createFormats(locale, timeZone, digest.until);
  const { number, moment } = formats;
  const heading = isWeekly ? words.heading.weekly : words.heading.daily;
  const left = digest.waiting.length - shown;
  const card = expandTemplate(compiled, {
    heading,
    period: words.period(moment(digest.since), moment(digest.until)),
    facts: facts(digest, formats),
    urgent: digest.waiting.length > 0 ? words.urgent : '',
    rows: digest.waiting.slice(0, shown).map((referral) => {
      const { name, state, colour, about } = referralLine(referral, { now: digest.until, responseDays }, formats);
      return {
        name: markdownText(name, 100),
        state: markdownText(state, 60),
        colour,
        about: markdownText(about, 300),
        open: executeAction({ title: name, verb: 'referral.show', data: { referralId: referral.id } }),
      };
    }),
    more: left > 0 ? words.more(number(left)) : '',
  });
  return { card, summary: words.summary(heading, number(digest.fresh), number(digest.waiting.length)) };
}

function facts(digest: Digest, formats: Formats): { title: string; value: string }[] {
  const { number, moment, list } = formats;
  const { waiting, waitingSince, expiring, answered, responseMs } = digest;
  const count = number(waiting.length);
  const closed = (['won', 'lost', 'expired'] as const)
    .filter((outcome) => digest[outcome] > 0)
    .map((outcome) => words.outcome[outcome](number(digest[outcome])));
  const all: [title: string, count: number, value: string][] = [
    [words.fresh, 1, number(digest.fresh)],
    [words.waiting, 1, waitingSince === undefined ? count : words.waitingSince(count, moment(waitingSince))],
    [words.expiring, expiring, number(expiring)],
    [
      words.answered,
      answered,
      responseMs === undefined
        ? number(answered)
        : words.answeredWithin(number(answered), duration(responseMs, formats)),
    ],
    [words.closed, closed.length, list(closed)],
  ];
  return all.filter(([, at]) => at > 0).map(([title, , value]) => ({ title, value }));
}

/** Rounded up, in the largest unit of which there are two. */
function duration(ms: number, { number }: Formats): string {
  const units = [
    ['days', 86_400_000],
    ['hours', 3_600_000],
  ] as const;
  const [unit, length] = units.find(([, unitMs]) => ms >= 2 * unitMs) ?? (['minutes', 60_000] as const);
  const count = Math.max(1, Math.ceil(ms / length));
  return words.duration[unit](number(count), count === 1);
}
