import { z } from 'zod/v4';
import { invoiceAnswer } from '../commands/invoiceAnswer';
import { cardAction } from './cardAction';
import { fieldsFrom } from './fieldsFrom';

/** An invoice with its lines and all its fields. */
export const invoiceShow = cardAction({
  verb: 'invoice.show',
  needs: ['partner-center'],
  data: z.object({ invoiceId: z.string().min(1), fieldsFrom }),
  run: (press, data, desk) => invoiceAnswer(press, desk, data),
});
