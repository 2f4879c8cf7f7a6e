import { z } from 'zod/v4';
import { offerFile } from '../commands/files/offerFile';
import { cardAction } from './cardAction';

/** An invoice as Partner Center has it, as a file. */
export const invoicePdf = cardAction({
  verb: 'invoice.pdf',
  needs: ['partner-center'],
  data: z.object({ invoiceId: z.string().min(1).max(100) }),
  run: (press, { invoiceId }, desk) => offerFile(press, desk, { list: 'invoicePdf', invoiceId }),
});
