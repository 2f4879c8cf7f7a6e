import { z } from 'zod/v4';
import { subscriptionsAnswer } from '../commands/subscriptionsAnswer';
import { cardAction } from './cardAction';

/** One of several customers was chosen: the answer to what was asked. */
export const customerChoose = cardAction({
  verb: 'customer.choose',
  data: z.object({
    customerId: z.string().min(1),
    customerName: z.string().default(''),
    next: z.literal('subscriptions'),
  }),
  run: (press, { customerId, customerName }, desk) =>
    subscriptionsAnswer(press, desk, { customerId, customerName, page: 0 }),
});
