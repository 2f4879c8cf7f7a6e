import { orderWords as words } from '../locales/orderWords';
import { subscriptionWords } from '../locales/subscriptionWords';
import type { Order } from '../partnerCenter/order';
import { detailCard, type DetailSection } from './detailCard';
import type { CardMessage } from './message';
import { aboutOrder, orderDay, orderLine, startedBy } from './orderTexts';
import { fact } from './referralFacts';
import { billingText } from './termTexts';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** One order of a customer. */
export interface OrderCardView {
  customerId: string;
  customerName: string;
  order: Order;
  /** The first field to be shown in place of the face. */
  fieldsFrom?: number;
  /** ms, UTC. */
  now: number;
  locale: string;
}

const linesShown = 10;

/** One order with its lines; everything else behind All fields. */
export function orderCard({ order, fieldsFrom, now, locale, ...customer }: OrderCardView): CardMessage {
  const formats = createFormats(locale, undefined, now);
  const { customerId } = customer;
  const customerName = cutText(oneLine(customer.customerName), 60) || subscriptionWords.unnamedCustomer;
  const title = words.order(cutText(oneLine(order.id), 40));
  const { facts } = words;
  const card = detailCard(
    {
      heading: title,
      about: isolateText(customerName),
      facts: [
        ...fact(facts.created, orderDay(order, formats)),
        ...fact(facts.status, cutText(readableCode(order.status), 40)),
        ...fact(facts.startedBy, startedBy(order)),
        ...fact(facts.billingCycle, billingText(order.billingCycle)),
        ...fact(facts.currency, oneLine(order.currencyCode), 20),
        ...fact(facts.alternateId, oneLine(order.alternateId), 80),
      ],
      sections: linesOf(order, formats),
      buttons: [{ title: words.all, verb: 'customer.choose', data: { customerId, customerName, next: 'orders' } }],
      resource: order,
      show: { verb: 'order.show', data: { customerId, customerName, orderId: order.id } },
      fieldsFrom,
    },
    formats,
  );
  return { card, summary: cutText([title, isolateText(customerName), aboutOrder(order)].join(', '), 190) };
}

function linesOf({ lineItems }: Order, formats: Formats): DetailSection[] {
  const lines = lineItems ?? [];
  if (lines.length === 0) return [];
  const { number } = formats;
  const left = lines.length > linesShown;
  return [
    {
      title: words.linesTitle,
      rows: lines.slice(0, linesShown).map((line) => orderLine(line, formats)),
      end: left ? words.inFields(number(1), number(linesShown), number(lines.length)) : '',
    },
  ];
}
