import { z } from 'zod/v4';
import { aboutCustomer } from './aboutCustomer';
import { command } from './command';
import { sayings } from './sayings';

/** `subscriptions for <customer>`: what a customer has, what needs attention first. */
export const subscriptionsCommand = command({
  name: 'subscriptions',
  title: 'subscriptions for <customer>',
  description: 'Shows what a customer subscribes to, what needs attention first.',
  example: 'subscriptions for contoso',
  ...sayings.subscriptions,
  changesState: false,
  needs: ['partner-center'],
  parameters: z.object({
    customer: z.string().trim().max(200).optional(),
    status: z.string().trim().max(40).optional(),
    endsFrom: z.iso.date().optional(),
    endsTo: z.iso.date().optional(),
    file: z.literal('csv').optional(),
  }),
  async run(turn, { customer, file, ...filter }, desk) {
    if (!customer) return 'Subscriptions of which customer? Type for example **subscriptions for contoso**.';
    return aboutCustomer(turn, desk, customer, file ? 'subscriptionsFile' : 'subscriptions', filter);
  },
});
