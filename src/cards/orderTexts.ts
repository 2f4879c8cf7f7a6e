import { orderWords as words } from '../locales/orderWords';
import { subscriptionWords } from '../locales/subscriptionWords';
import type { Order, OrderLine } from '../partnerCenter/order';
import { billingText, termText } from './termTexts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';
import { serviceMoment } from './text/serviceMoment';

/** When an order was made, in ms, UTC; the beginning of time where it is not known. */
export const orderedAt = ({ creationDate }: Order): number => serviceMoment(creationDate) ?? 0;

/** "4 Dec", or '' where it is not known. */
export function orderDay({ creationDate }: Order, formats: Formats): string {
  const ms = serviceMoment(creationDate);
  return ms === undefined ? '' : formats.day(ms);
}

/** Who started an order: a person or the system; another code as it is. */
export function startedBy({ transactionType }: Order): string {
  const known: Readonly<Record<string, string>> = words.startedBy;
  const key = oneLine(transactionType).toLowerCase();
  return Object.hasOwn(known, key) ? (known[key] ?? '') : cutText(readableCode(transactionType), 40);
}

/** "billed monthly · in EUR · ordered by a person" */
export function aboutOrder(order: Order): string {
  const currency = oneLine(order.currencyCode).slice(0, 10);
  return [billingText(order.billingCycle), currency && words.currency(currency), startedBy(order)]
    .filter(Boolean)
    .join(' · ');
}

/** "Microsoft 365 E5", and "25 seats · annual term · renew". */
export function orderLine(line: OrderLine, formats: Formats): { name: string; about: string } {
  const { quantity, termDuration, transactionType, friendlyName, offerId } = line;
  const name = cutText(oneLine(friendlyName) || oneLine(offerId), 100) || words.unnamedLine;
  const seats = quantity == null ? '' : subscriptionWords.seats(quantity, formats.number(quantity));
  const kind = readableCode(transactionType).toLowerCase();
  const about = [seats, termText(termDuration, formats), cutText(kind, 40)];
  return { name, about: about.filter(Boolean).join(' · ') };
}
