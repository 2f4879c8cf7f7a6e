import { z } from 'zod/v4';
import { customerQuestions } from '../cards/customerQuestion';
import { answerAbout } from '../commands/answerAbout';
import { cardAction } from './cardAction';
import { customerShape, subscriptionShape } from '../commands/listQuestion';

/** A customer was chosen: the answer to what was asked. */
export const customerChoose = cardAction({
  verb: 'customer.choose',
  needs: ({ next }) => (next === 'referrals' ? ['referrals'] : ['partner-center']),
  data: z.object({ ...customerShape, ...subscriptionShape, next: z.enum(customerQuestions) }),
  run: (press, { next, customerId, customerName, ...filter }, desk) =>
    answerAbout(press, desk, next, { customerId, customerName }, filter),
});
