import { orderCard } from '../cards/orderCard';
import { ordersCard } from '../cards/ordersCard';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/** Whose orders. */
interface OrdersQuestion {
  customerId: string;
  customerName: string;
}

/** A page (zero-based) of the orders of one customer, read with the person's own token. */
export async function ordersAnswer(
  turn: Turn,
  desk: Desk,
  { customerId, customerName, page }: OrdersQuestion & { page: number },
): Promise<Answer> {
  const orders = await desk.partnerCenter.listOrders(turn.tokens, customerId);
  return ordersCard({ customerId, customerName, orders, page, now: desk.clock.now(), locale: turn.locale });
}

/** One of them. */
export async function orderAnswer(
  turn: Turn,
  desk: Desk,
  { orderId, fieldsFrom, ...customer }: OrdersQuestion & { orderId: string; fieldsFrom?: number },
): Promise<Answer> {
  const orders = await desk.partnerCenter.listOrders(turn.tokens, customer.customerId);
  const order = orders.find(({ id }) => id === orderId);
  if (!order) return 'This order is not there any more. Type **orders** with the name of the customer to see what is.';
  return orderCard({ ...customer, order, fieldsFrom, now: desk.clock.now(), locale: turn.locale });
}
