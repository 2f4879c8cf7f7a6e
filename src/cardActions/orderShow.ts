import { z } from 'zod/v4';
import { orderAnswer } from '../commands/ordersAnswer';
import { cardAction } from './cardAction';
import { customerData, fieldsFrom } from './listData';

/** An order with all its fields. */
export const orderShow = cardAction({
  verb: 'order.show',
  needs: ['partner-center'],
  data: z.object({ ...customerData, orderId: z.string().min(1), fieldsFrom }),
  run: (press, data, desk) => orderAnswer(press, desk, data),
});
