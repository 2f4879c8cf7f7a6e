import { customerChoiceCard } from '../cards/customerChoiceCard';
import type { CustomerQuestion } from '../cards/customerQuestion';
import { nearestNamesCard } from '../cards/nearestNamesCard';
import { answerAbout } from './answerAbout';
import type { Desk } from './desk';
import { findCustomer } from './findCustomer';
import type { SubscriptionFilter } from '../cards/subscriptionFilter';
import type { Reply, Turn } from './turn';

/**
 * Answers a question about the customer with that name, or with that id. Where several have it, a card asks which one, and
 * where none has, it offers the nearest.
 */
export async function aboutCustomer(
  turn: Turn,
  desk: Desk,
  name: string,
  next: CustomerQuestion,
  filter: SubscriptionFilter = {},
): Promise<Reply> {
  const finding = await findCustomer(turn, desk, name);
  if (finding.kind === 'several') return customerChoiceCard({ query: name, ...finding, next, filter });
  if (finding.kind === 'none') return nearestNamesCard({ query: name, customers: finding.nearest, next, filter });
  const { id, companyProfile } = finding.customer;
  const { companyName, domain } = companyProfile ?? {};
  const customer = { customerId: id, customerName: companyName ?? name, ...(domain ? { domain } : {}) };
  return answerAbout(turn, desk, next, customer, filter);
}
