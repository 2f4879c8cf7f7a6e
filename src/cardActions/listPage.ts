import { z } from 'zod/v4';
import { subscriptionsAnswer } from '../commands/subscriptionsAnswer';
import { cardAction } from './cardAction';

/** Another page of a list, read anew with the presser's token. */
export const listPage = cardAction({
  verb: 'list.page',
  data: z.object({
    list: z.literal('subscriptions'),
    customerId: z.string().min(1),
    customerName: z.string().default(''),
    domain: z.string().nullish(),
    page: z.coerce.number().int().min(0),
  }),
  run: (press, { list: _list, domain, ...question }, desk) =>
    subscriptionsAnswer(press, desk, { ...question, ...(domain ? { domain } : {}) }),
});
