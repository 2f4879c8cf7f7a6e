import { orderWords as words } from '../locales/orderWords';
import { subscriptionWords } from '../locales/subscriptionWords';
import type { Order } from '../partnerCenter/order';
import { listCard, listPage } from './listCard';
import type { CardMessage } from './message';
import { aboutOrder, orderDay, orderedAt, orderLine } from './orderTexts';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** A customer's orders, all of them, and which page is shown. */
export interface OrdersCardView {
  customerId: string;
  customerName: string;
  orders: readonly Order[];
  /** ms, UTC. */
  now: number;
  locale: string;
  /** Zero-based; beyond the end means the last. */
  page: number;
}

const pageSize = 5;
/** Lines of each order that the list shows. */
const linesShown = 3;

/** What a customer ordered, newest first, a page at a time. */
export function ordersCard({ customerId, customerName: name, orders, now, locale, page }: OrdersCardView): CardMessage {
  const formats = createFormats(locale, undefined, now);
  const customerName = cutText(oneLine(name), 80) || subscriptionWords.unnamedCustomer;
  const newestFirst = orders.toSorted((a, b) => orderedAt(b) - orderedAt(a));
  const data = { list: 'orders', customerId, customerName };
  const { shown, range, buttons } = listPage(newestFirst, { page, size: pageSize, data }, formats);
  const lines = orders.reduce((sum, { lineItems }) => sum + (lineItems?.length ?? 0), 0);
  const { number } = formats;
  const count = [words.count(orders.length, number(orders.length)), words.lines(lines, number(lines))].join(' · ');
  const about = orders.length > 0 ? count : words.none;
  const card = listCard({
    heading: customerName,
    about,
    rows: shown.map((order) => ({
      name: [orderDay(order, formats), words.order(cutText(oneLine(order.id), 40))].filter(Boolean).join(' · '),
      state: cutText(readableCode(order.status), 40),
      colour: 'default',
      about: [linesOf(order, formats), aboutOrder(order)].filter(Boolean).join('\n'),
      open: {
        title: words.open,
        verb: 'order.show',
        data: { customerId, customerName: cutText(customerName, 40), orderId: order.id },
      },
    })),
    range,
    buttons,
  });
  return { card, summary: `${isolateText(customerName)}: ${about}` };
}

function linesOf({ lineItems }: Order, formats: Formats): string {
  const lines = lineItems ?? [];
  const rest = lines.length - linesShown;
  const shown = lines.slice(0, linesShown).map((line) => {
    const { name, about } = orderLine(line, formats);
    return [cutText(name, 60), about].filter(Boolean).join(' · ');
  });
  return [...shown, ...(rest > 0 ? [words.more(rest, formats.number(rest))] : [])].join('\n');
}
