import { z } from 'zod/v4';
import { fileWords } from '../locales/fileWords';
import { command } from './command';
import { offerFile } from './files/offerFile';
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
  parameters: z.object({
    id: z.string().trim().max(100).optional(),
    file: z.enum(['pdf', 'csv']).optional(),
  }),
  async run(turn, { id, file }, desk) {
    if (!id && file) return fileWords.whichInvoice;
    if (!id) return 'Which invoice? Type for example **invoice G000123**, or **invoices** to see all of them.';
    // Invoice numbers are written in capital letters.
    const invoiceId = id.toUpperCase();
    if (file) return offerFile(turn, desk, { list: file === 'pdf' ? 'invoicePdf' : 'allInvoiceLines', invoiceId });
    return invoiceAnswer(turn, desk, { invoiceId });
  },
});
