import { z } from 'zod/v4';
import { aboutCustomer } from './aboutCustomer';
import { command } from './command';
import { sayings } from './sayings';

/** `customer <name>`: who a customer is, how to reach it, who is billed. */
export const customerCommand = command({
  name: 'customer',
  title: 'customer <name>',
  description: 'Shows a customer: address, contacts, billing, domains.',
  example: 'customer contoso',
  ...sayings.customer,
  changesState: false,
  needs: ['partner-center'],
  parameters: z.object({ customer: z.string().trim().max(200).optional() }),
  async run(turn, { customer }, desk) {
    if (!customer) return 'Which customer? Type for example **customer contoso**, or **customers** to see all of them.';
    return aboutCustomer(turn, desk, customer, 'customer');
  },
});
