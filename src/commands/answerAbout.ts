import type { CustomerQuestion } from '../cards/customerQuestion';
import type { SubscriptionFilter } from '../cards/subscriptionFilter';
import { customerAnswer } from './customerAnswer';
import type { Desk } from './desk';
import { offerFile } from './files/offerFile';
import { ordersAnswer } from './ordersAnswer';
import { referralsAnswer } from './referralsAnswer';
import { subscriptionsAnswer } from './subscriptionsAnswer';
import type { Reply, Turn } from './turn';

/** The customer that is asked about. */
export interface ChosenCustomer {
  customerId: string;
  customerName: string;
  domain?: string;
}

/** The answer to a question about a customer that is known. */
export function answerAbout(
  turn: Turn,
  desk: Desk,
  question: CustomerQuestion,
  customer: ChosenCustomer,
  filter: SubscriptionFilter,
): Promise<Reply> {
  if (question === 'customer') return customerAnswer(turn, desk, { customerId: customer.customerId });
  if (question === 'subscriptions') return subscriptionsAnswer(turn, desk, { ...customer, filter, page: 0 });
  if (question === 'orders') return ordersAnswer(turn, desk, { ...customer, page: 0 });
  if (question === 'referrals') return referralsAnswer(turn, desk, { customer: customer.customerName }, 0);
  if (question === 'ordersFile') return offerFile(turn, desk, { list: 'orders', ...customer });
  return offerFile(turn, desk, { list: 'subscriptions', ...customer, ...filter });
}
