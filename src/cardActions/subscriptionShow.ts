import { z } from 'zod/v4';
import { subscriptionAnswer } from '../commands/subscriptionsAnswer';
import { customerShape } from '../commands/listQuestion';
import { cardAction } from './cardAction';
import { fieldsFrom } from './fieldsFrom';

/** A subscription with all its fields. */
export const subscriptionShow = cardAction({
  verb: 'subscription.show',
  needs: ['partner-center'],
  data: z.object({ ...customerShape, subscriptionId: z.string().min(1), fieldsFrom }),
  run: (press, data, desk) => subscriptionAnswer(press, desk, data),
});
