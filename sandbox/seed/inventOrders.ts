import type { CustomerResource, SubscriptionResource } from '../customers/customers';
import { currencySymbol } from '../money';
import type { OrderLine, OrderResource } from '../orders/orderResource';
import { currencyOf } from './currencyOf';
import type { Random } from './random';

const dayMs = 24 * 60 * 60 * 1000;

/** The orders that the customer's subscriptions came from, renewals, and now and then a single purchase. `now` in ms, UTC. */
export function inventOrders(
  customer: CustomerResource,
  subscriptions: readonly SubscriptionResource[],
  now: number,
  random: Random,
): OrderResource[] {
  const orders = subscriptions.flatMap((subscription) => {
    const started = boughtAt(subscription);
    const first = orderOf(customer, subscription, started, random);
    const renewed = started + random.between(30, 400) * dayMs;
    if (subscription.autoRenewEnabled !== true || renewed > now || random.chance(0.6)) return [first];
    return [first, renewal(first, renewed, random)];
  });
  return orders.length > 0 && random.chance(0.3) ? [...orders, singlePurchase(customer, now, random)] : orders;
}

function orderOf(
  customer: CustomerResource,
  subscription: SubscriptionResource,
  started: number,
  random: Random,
): OrderResource {
  const line = lineOf(subscription);
  const added = { ...line, lineItemNumber: 1, transactionType: 'addQuantity', quantity: random.between(1, 9) };
  return {
    id: String(subscription.orderId),
    alternateId: String(subscription.orderId).toUpperCase(),
    ...common(customer, started, random),
    billingCycle: random.chance(0.1) ? 'Monthly' : String(subscription.billingCycle),
    lineItems: line.termDuration !== undefined && random.chance(0.15) ? [line, added] : [line],
    status: subscription.status === 'pending' ? 'pending' : random.chance(0.04) ? 'cancelled' : 'completed',
    transactionType: 'UserPurchase',
  };
}

function lineOf({ id, offerId, offerName, quantity, termDuration, promotionId }: SubscriptionResource): OrderLine {
  return {
    lineItemNumber: 0,
    offerId: String(offerId),
    subscriptionId: id,
    ...(termDuration !== undefined && { termDuration, renewsTo: { termDuration } }),
    ...(promotionId !== undefined && { promotionId }),
    transactionType: 'new',
    friendlyName: String(offerName),
    quantity: Number(quantity),
    partnerIdOnRecord: '5139005',
  };
}

/** What the service starts by itself when a term is over. */
function renewal(order: OrderResource, renewed: number, random: Random): OrderResource {
  const id = random.guid().slice(0, 12).replace('-', '');
  const [line] = order.lineItems;
  return {
    ...order,
    id,
    alternateId: id.toUpperCase(),
    creationDate: timestamp(renewed),
    lineItems: line ? [{ ...line, transactionType: 'renew' }] : [],
    status: 'completed',
    transactionType: random.pick(['SystemPurchase', 'SystemBilling']),
  };
}

/** A licence that is bought once and belongs to no subscription. */
function singlePurchase(customer: CustomerResource, now: number, random: Random): OrderResource {
  const id = random.guid();
  const line = {
    lineItemNumber: 0,
    offerId: 'DG7GMGF0D8H4:0002:DG7GMGF0FLJN',
    transactionType: 'new',
    friendlyName: 'Windows Server 2025 Standard - 16 Core License Pack',
    quantity: random.between(1, 8),
  };
  return {
    id,
    alternateId: id.slice(0, 12).replace('-', ''),
    ...common(customer, now - random.between(2, 700) * dayMs, random),
    billingCycle: random.pick(['one_time', 'OneTime']),
    lineItems: [line],
    status: 'completed',
    transactionType: 'UserPurchase',
  };
}

function common(customer: CustomerResource, created: number, random: Random) {
  const currencyCode = currencyOf(customer);
  return {
    referenceCustomerId: customer.id,
    currencyCode,
    currencySymbol: currencySymbol(currencyCode),
    creationDate: timestamp(created),
    attributes: { etag: `"${random.guid()}"`, objectType: 'Order' },
  };
}

/** Some of the dates have stray blanks, which Date cannot read. */
const boughtAt = ({ creationDate }: SubscriptionResource): number =>
  Date.parse(String(creationDate).replaceAll(' ', ''));

const timestamp = (ms: number): string => new Date(ms).toISOString().replace(/Z$/, '3721Z');
