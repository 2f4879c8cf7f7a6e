import { subscriptionCard } from '../cards/subscriptionCard';
import type { SubscriptionFilter } from '../cards/subscriptionFilter';
import { subscriptionsCard } from '../cards/subscriptionsCard';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/** Which page of whose subscriptions. */
export interface SubscriptionsQuestion {
  customerId: string;
  customerName: string;
  domain?: string;
  filter: SubscriptionFilter;
  /** Zero-based. */
  page: number;
}

/** The subscriptions of one customer, read with the person's own token. */
export async function subscriptionsAnswer(turn: Turn, desk: Desk, question: SubscriptionsQuestion): Promise<Answer> {
  const subscriptions = await desk.partnerCenter.listSubscriptions(turn.tokens, question.customerId);
  return subscriptionsCard({ ...question, subscriptions, now: desk.clock.now(), locale: turn.locale });
}

/** One of them. */
export async function subscriptionAnswer(
  turn: Turn,
  desk: Desk,
  question: { customerId: string; customerName: string; subscriptionId: string; fieldsFrom?: number },
): Promise<Answer> {
  const { subscriptionId, ...rest } = question;
  const subscriptions = await desk.partnerCenter.listSubscriptions(turn.tokens, question.customerId);
  const subscription = subscriptions.find(({ id }) => id === subscriptionId);
  if (!subscription) {
    return 'This subscription is not there any more. Type **subscriptions** with the name of the customer to see what is.';
  }
  return subscriptionCard({ ...rest, subscription, now: desk.clock.now(), locale: turn.locale });
}
