import { z } from 'zod/v4';
import { invoiceLineAnswer } from '../commands/invoiceAnswer';
import { linesShape } from '../commands/listQuestion';
import { cardAction } from './cardAction';
import { fieldsFrom } from './fieldsFrom';

/** One line item of an invoice with all its fields. */
export const invoiceLineShow = cardAction({
  verb: 'invoiceLine.show',
  needs: ['partner-center'],
  data: z.object({ ...linesShape, line: z.coerce.number().int().min(0).max(1_000_000), fieldsFrom }),
  run: (press, data, desk) => invoiceLineAnswer(press, desk, data),
});
