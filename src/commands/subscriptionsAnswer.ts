import { subscriptionsCard } from '../cards/subscriptionsCard';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/** Which page of whose subscriptions. */
export interface SubscriptionsQuestion {
  customerId: string;
  customerName: string;
  domain?: string;
  /** Zero-based. */
  page: number;
}

/** The subscriptions of one customer, read with the person's own token. */
export async function subscriptionsAnswer(turn: Turn, desk: Desk, question: SubscriptionsQuestion): Promise<Answer> {
  const subscriptions = await desk.partnerCenter.listSubscriptions(turn.tokens, question.customerId);
  return subscriptionsCard({ ...question, subscriptions, now: desk.clock.now(), locale: turn.locale });
}
