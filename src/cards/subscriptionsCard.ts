import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/subscriptions.json';
import { subscriptionWords as words } from '../locales/subscriptionWords';
import type { Subscription } from '../partnerCenter/subscription';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { needsAttention, subscriptionLine, type SubscriptionLine } from './subscriptionLine';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';

/** A customer's subscriptions, all of them, and which page is shown. */
export interface SubscriptionsCardView {
  customerId: string;
  customerName: string;
  domain?: string;
  subscriptions: readonly Subscription[];
  /** ms, UTC. */
  now: number;
  /** BCP 47; numbers and dates follow it. */
  locale: string;
  /** Zero-based; beyond the end means the last. */
  page: number;
}

const compiled = new Template(template);
const pageSize = 8;

/** What a customer subscribes to, what needs attention first, a page at a time. */
export function subscriptionsCard(view: SubscriptionsCardView): CardMessage {
  const formats = createFormats(view.locale, undefined, view.now);
  const lines = view.subscriptions
    .map((subscription) => subscriptionLine(subscription, view.now, formats))
    .toSorted(byUrgency);
  const lastPage = Math.max(0, Math.ceil(lines.length / pageSize) - 1);
  const page = Math.min(Math.max(0, Math.trunc(view.page)), lastPage);
  const first = page * pageSize;
  const shown = lines.slice(first, first + pageSize);
  const name = cutText(oneLine(view.customerName), 120) || words.unnamedCustomer;
  const domain = cutText(oneLine(view.domain), 80);
  const totals = summed(lines, formats);
  const { number } = formats;
  const card = expandTemplate(compiled, {
    words,
    customer: markdownText(name, 120),
    about: markdownText([domain, ...totals].filter(Boolean).join(' · '), 160),
    lines: shown.map((line) => ({ ...line, name: markdownText(line.name, 100), about: markdownText(line.about, 300) })),
    range: lastPage > 0 ? words.range(number(first + 1), number(first + shown.length), number(lines.length)) : '',
    previous: page > 0,
    next: page < lastPage,
    page: { previous: page - 1, next: page + 1 },
    // The id and the words to show again on the next page.
    subject: { customerId: view.customerId, customerName: name, domain: domain || null },
  });
  return { card, summary: `${isolateText(cutText(name, 80))}: ${totals.join(', ')}` };
}

function summed(lines: readonly SubscriptionLine[], { number }: Formats): string[] {
  if (lines.length === 0) return [words.none];
  const urgent = lines.filter(needsAttention).length;
  const count = words.count(lines.length, number(lines.length));
  return urgent > 0 ? [count, words.attention(urgent, number(urgent))] : [count];
}

const byUrgency = (a: SubscriptionLine, b: SubscriptionLine): number =>
  a.rank - b.rank || (a.endsAt === b.endsAt ? a.name.localeCompare(b.name, 'en') : a.endsAt - b.endsAt);
