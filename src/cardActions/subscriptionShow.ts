import { z } from 'zod/v4';
import { subscriptionAnswer } from '../commands/subscriptionsAnswer';
import { cardAction } from './cardAction';
import { customerData, fieldsFrom } from './listData';

/** A subscription with all its fields. */
export const subscriptionShow = cardAction({
  verb: 'subscription.show',
  needs: ['partner-center'],
  data: z.object({ ...customerData, subscriptionId: z.string().min(1), fieldsFrom }),
  run: (press, data, desk) => subscriptionAnswer(press, desk, data),
});
