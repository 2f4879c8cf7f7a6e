import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/news.json';
import { newsWords } from '../locales/newsWords';
import type { NewsEntry } from '../storage/news';
import { executeAction, type CardButton } from './executeAction';
import { expandTemplate } from './expandTemplate';
import { invoiceNewsFace } from './invoiceNews';
import type { CardMessage } from './message';
import type { CardFact } from './referralFacts';
import { subscriptionNewsFace } from './subscriptionNews';
import { cutText } from './text/cutText';
import { createFormats } from './text/formats';
import { markdownText } from './text/markdownText';

/** What a conversation is told of a subscription or an invoice. */
export interface NewsCardView extends Pick<NewsEntry, 'truth' | 'before' | 'readAt'> {
  /** ms, UTC */
  now: number;
  /** BCP 47 */
  locale: string;
  /** IANA */
  timeZone: string | undefined;
}

/** What the card says of one kind of thing. Plain text, but for the heading and the facts. */
export interface NewsFace {
  banner: string;
  isAlarming: boolean;
  /** Markdown. */
  heading: string;
  about: string;
  story: string;
  /** At most six. */
  facts: readonly CardFact[];
  buttons: readonly CardButton[];
  summary: string;
}

const compiled = new Template(template);

/** A subscription that has changed, or an invoice that is ready, as Partner Center had it when it was last read. */
export function newsCard({ truth, before, readAt, now, locale, timeZone }: NewsCardView): CardMessage {
  const formats = createFormats(locale, timeZone, now);
  const face =
    truth.topic === 'invoice' ? invoiceNewsFace(truth, formats) : subscriptionNewsFace(truth, before, formats);
  const { banner, isAlarming, heading, about, story, facts, buttons, summary } = face;
  const card = expandTemplate(compiled, {
    banner: {
      text: banner,
      style: isAlarming ? 'attention' : 'accent',
      colour: isAlarming ? 'attention' : 'default',
    },
    heading,
    about: markdownText(about, 200),
    story,
    facts,
    hasFacts: facts.length > 0,
    asOf: newsWords.card.asOf(formats.moment(readAt)),
    actions: buttons.map(executeAction),
  });
  return { card, summary: cutText(summary, 190) };
}
