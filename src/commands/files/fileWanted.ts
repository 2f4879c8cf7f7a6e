import { z } from 'zod/v4';
import { listQuestion } from '../listQuestion';

const invoiceId = z.string().min(1).max(100);

/** What a file is made of: a list with the filters of the question, all lines of an invoice, the audit trail, or an invoice as PDF. */
export const fileWanted = z.discriminatedUnion('list', [
  ...listQuestion.options,
  z.object({ list: z.literal('allInvoiceLines'), invoiceId }),
  z.object({ list: z.literal('audit') }),
  z.object({ list: z.literal('invoicePdf'), invoiceId }),
]);

export type FileWanted = z.output<typeof fileWanted>;
