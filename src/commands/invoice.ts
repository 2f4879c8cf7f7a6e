import { z } from 'zod/v4';
import { command } from './command';
import { invoiceAnswer } from './invoiceAnswer';
import { sayings } from './sayings';

/** `invoice <number>`: one invoice with its lines. */
export const invoiceCommand = command({
  name: 'invoice',
  title: 'invoice <number>',
  description: 'Shows an invoice with its lines.',
  example: 'invoice G000123',
  ...sayings.invoice,
  changesState: false,
  needs: ['partner-center'],
  parameters: z.object({ id: z.string().trim().max(100).optional() }),
  async run(turn, { id }, desk) {
    if (!id) return 'Which invoice? Type for example **invoice G000123**, or **invoices** to see all of them.';
    // Invoice numbers are written in capital letters.
    return invoiceAnswer(turn, desk, { invoiceId: id.toUpperCase() });
  },
});
