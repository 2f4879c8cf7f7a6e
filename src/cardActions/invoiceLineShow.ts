import { z } from 'zod/v4';
import { invoiceLineAnswer } from '../commands/invoiceAnswer';
import { cardAction } from './cardAction';
import { fieldsFrom, linesQuestion } from './listData';

/** One line item of an invoice with all its fields. */
export const invoiceLineShow = cardAction({
  verb: 'invoiceLine.show',
  needs: ['partner-center'],
  data: z.object({ ...linesQuestion, line: z.coerce.number().int().min(0).max(1_000_000), fieldsFrom }),
  run: (press, data, desk) => invoiceLineAnswer(press, desk, data),
});
