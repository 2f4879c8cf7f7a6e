import { z } from 'zod/v4';
import { aboutCustomer } from './aboutCustomer';
import { command } from './command';
import { sayings } from './sayings';

/** `orders for <customer>`: what a customer ordered, newest first. */
export const ordersCommand = command({
  name: 'orders',
  title: 'orders for <customer>',
  description: 'Shows what a customer ordered, newest first.',
  example: 'orders for contoso',
  ...sayings.orders,
  changesState: false,
  needs: ['partner-center'],
  parameters: z.object({
    customer: z.string().trim().max(200).optional(),
    file: z.literal('csv').optional(),
  }),
  async run(turn, { customer, file }, desk) {
    if (!customer) return 'Orders of which customer? Type for example **orders for contoso**.';
    return aboutCustomer(turn, desk, customer, file ? 'ordersFile' : 'orders');
  },
});
