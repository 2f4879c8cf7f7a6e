import { z } from 'zod/v4';
import { orderAnswer } from '../commands/ordersAnswer';
import { customerShape } from '../commands/listQuestion';
import { cardAction } from './cardAction';
import { fieldsFrom } from './fieldsFrom';

/** An order with all its fields. */
export const orderShow = cardAction({
  verb: 'order.show',
  needs: ['partner-center'],
  data: z.object({ ...customerShape, orderId: z.string().min(1), fieldsFrom }),
  run: (press, data, desk) => orderAnswer(press, desk, data),
});
