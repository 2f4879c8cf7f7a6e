import { subscriptionWords as words } from '../locales/subscriptionWords';
import type { Subscription } from '../partnerCenter/subscription';
import { listCard, listPage } from './listCard';
import type { CardMessage } from './message';
import { matchesFilter, type SubscriptionFilter } from './subscriptionFilter';
import { needsAttention, subscriptionLine, type SubscriptionLine } from './subscriptionLine';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { oneLine } from './text/plainText';

/** A customer's subscriptions, all of them, and which of them are shown. */
export interface SubscriptionsCardView {
  customerId: string;
  customerName: string;
  domain?: string;
  filter?: SubscriptionFilter;
  subscriptions: readonly Subscription[];
  /** ms, UTC. */
  now: number;
  /** BCP 47; numbers and dates follow it. */
  locale: string;
  /** Zero-based; beyond the end means the last. */
  page: number;
}

const pageSize = 8;

/** What a customer subscribes to, what needs attention first, a page at a time. */
export function subscriptionsCard(view: SubscriptionsCardView): CardMessage {
  const { customerId, subscriptions, filter = {}, now } = view;
  const formats = createFormats(view.locale, undefined, now);
  const lines = subscriptions
    .filter((subscription) => matchesFilter(subscription, filter))
    .map((subscription) => ({ id: subscription.id, ...subscriptionLine(subscription, now, formats) }))
    .toSorted(byUrgency);
  const name = cutText(oneLine(view.customerName), 80) || words.unnamedCustomer;
  const domain = cutText(oneLine(view.domain), 80);
  // The id and the words to show again on the next page.
  const data = { list: 'subscriptions', customerId, customerName: name, domain: domain || undefined, ...filter };
  const { shown, range, buttons } = listPage(lines, { page: view.page, size: pageSize, data }, formats);
  const totals = summed(lines, subscriptions.length, filter, formats);
  const card = listCard({
    heading: name,
    about: [domain, ...totals].filter(Boolean).join(' · '),
    rows: shown.map(({ id, ...line }) => ({
      ...line,
      open: {
        title: words.open,
        verb: 'subscription.show',
        data: { customerId, customerName: cutText(name, 40), subscriptionId: id },
      },
    })),
    range,
    buttons,
  });
  return { card, summary: `${isolateText(cutText(name, 80))}: ${cutText(totals.join(', '), 100)}` };
}

function summed(
  lines: readonly SubscriptionLine[],
  inAll: number,
  filter: SubscriptionFilter,
  { number, calendarDay }: Formats,
): string[] {
  const day = (iso: string | undefined) => (iso ? calendarDay(Date.parse(iso)) : '');
  const asked = words.asked(oneLine(filter.status), day(filter.endsFrom), day(filter.endsTo));
  if (lines.length === 0) return [inAll > 0 ? words.noneOf(number(inAll), asked) : words.none];
  const urgent = lines.filter(needsAttention).length;
  const count = asked
    ? words.countOf(number(lines.length), inAll, number(inAll), asked)
    : words.count(inAll, number(inAll));
  return urgent > 0 ? [count, words.attention(urgent, number(urgent))] : [count];
}

const byUrgency = (a: SubscriptionLine, b: SubscriptionLine): number =>
  a.rank - b.rank || (a.endsAt === b.endsAt ? a.name.localeCompare(b.name, 'en') : a.endsAt - b.endsAt);
