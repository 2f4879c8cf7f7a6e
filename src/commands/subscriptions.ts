import { z } from 'zod/v4';
import { customerChoiceCard } from '../cards/customerChoiceCard';
import { nearestNamesCard } from '../cards/nearestNamesCard';
import { command } from './command';
import { findCustomer } from './findCustomer';
import { subscriptionsAnswer } from './subscriptionsAnswer';

/** `subscriptions for <customer>`: what a customer has, what needs attention first. */
export const subscriptionsCommand = command({
  name: 'subscriptions',
  title: 'subscriptions for <customer>',
  description: 'Shows what a customer subscribes to, what needs attention first.',
  example: 'subscriptions for contoso',
  phrases: [
    'subscriptions for {customer}',
    '{customer} subscriptions',
    'subscriptions {customer}',
    'subscriptions',
    'subscriptions for',
  ],
  changesState: false,
  parameters: z.object({ customer: z.string().trim().max(200).optional() }),
  async run(turn, { customer: name }, desk) {
    if (!name) return 'Subscriptions of which customer? Type for example **subscriptions for contoso**.';
    const finding = await findCustomer(turn, desk, name);
    if (finding.kind === 'several') return customerChoiceCard({ query: name, ...finding, next: 'subscriptions' });
    if (finding.kind === 'none')
      return nearestNamesCard({ query: name, customers: finding.nearest, next: 'subscriptions' });
    const { id, companyProfile } = finding.customer;
    const question = { customerId: id, customerName: companyProfile?.companyName ?? name, page: 0 };
    return subscriptionsAnswer(turn, desk, {
      ...question,
      ...(companyProfile?.domain ? { domain: companyProfile.domain } : {}),
    });
  },
});
