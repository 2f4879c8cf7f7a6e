import { z } from 'zod/v4';
import { customersAnswer } from '../commands/customersAnswer';
import { invoiceLinesAnswer } from '../commands/invoiceAnswer';
import { invoicesAnswer } from '../commands/invoicesAnswer';
import { ordersAnswer } from '../commands/ordersAnswer';
import { referralsAnswer, referralsPageData } from '../commands/referralsAnswer';
import { subscriptionsAnswer } from '../commands/subscriptionsAnswer';
import type { Desk } from '../commands/desk';
import type { Answer } from '../commands/turn';
import { cardAction, type Press } from './cardAction';
import { customerData, invoiceFilter, linesQuestion, subscriptionFilter } from './listData';

const pageNumber = z.coerce.number().int().min(0).max(1_000_000);

const lists = z.discriminatedUnion('list', [
  referralsPageData,
  z.object({
    list: z.literal('customers'),
    startsWith: z.string().max(200).optional(),
    domain: z.string().max(200).optional(),
    page: pageNumber,
  }),
  z.object({
    list: z.literal('subscriptions'),
    ...customerData,
    ...subscriptionFilter,
    domain: z.string().nullish(),
    page: pageNumber,
  }),
  z.object({ list: z.literal('orders'), ...customerData, page: pageNumber }),
  z.object({ list: z.literal('invoices'), ...invoiceFilter, page: pageNumber }),
  z.object({ list: z.literal('invoiceLines'), ...linesQuestion, page: pageNumber }),
]);

/** Another page of a list, with the presser's own token. */
export const listPage = cardAction({
  verb: 'list.page',
  needs: ({ list }) => (list === 'referrals' ? ['referrals'] : ['partner-center']),
  data: lists,
  run: (press, data, desk) => pageOf(press, data, desk),
});

function pageOf(press: Press, data: z.output<typeof lists>, desk: Desk): Promise<Answer> {
  const { page } = data;
  if (data.list === 'referrals') {
    const { list: _list, page: _page, ...question } = data;
    return referralsAnswer(press, desk, question, page);
  }
  if (data.list === 'customers') {
    const { startsWith, domain } = data;
    return customersAnswer(press, desk, { startsWith, domain }, { page, anew: false });
  }
  if (data.list === 'subscriptions') {
    const { customerId, customerName, status, endsFrom, endsTo, domain } = data;
    const filter = { status, endsFrom, endsTo };
    return subscriptionsAnswer(press, desk, { customerId, customerName, domain: domain ?? undefined, filter, page });
  }
  if (data.list === 'orders') return ordersAnswer(press, desk, data);
  if (data.list === 'invoices') {
    const { paid, from, to } = data;
    return invoicesAnswer(press, desk, { paid, from, to }, { page, anew: false });
  }
  const { invoiceId, provider, type } = data;
  return invoiceLinesAnswer(press, desk, { invoiceId, provider, type }, page);
}
