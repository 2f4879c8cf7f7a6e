import { z } from 'zod/v4';
import { customerAnswer } from '../commands/customerAnswer';
import { cardAction } from './cardAction';
import { fieldsFrom } from './fieldsFrom';

/** A customer with all its fields. */
export const customerShow = cardAction({
  verb: 'customer.show',
  needs: ['partner-center'],
  data: z.object({ customerId: z.string().min(1), fieldsFrom }),
  run: (press, data, desk) => customerAnswer(press, desk, data),
});
