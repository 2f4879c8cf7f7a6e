import { z } from 'zod/v4';
import { customersAnswer } from '../commands/customersAnswer';
import { invoiceLinesAnswer } from '../commands/invoiceAnswer';
import { invoicesAnswer } from '../commands/invoicesAnswer';
import { listQuestion, type ListQuestion } from '../commands/listQuestion';
import { ordersAnswer } from '../commands/ordersAnswer';
import { referralsAnswer } from '../commands/referralsAnswer';
import { subscriptionsAnswer } from '../commands/subscriptionsAnswer';
import type { Desk } from '../commands/desk';
import type { Answer } from '../commands/turn';
import { cardAction, type Press } from './cardAction';

const pageNumber = z.coerce.number().int().min(0).max(1_000_000);

/** Another page of a list, with the presser's own token. */
export const listPage = cardAction({
  verb: 'list.page',
  needs: ({ list }) => (list === 'referrals' ? ['referrals'] : ['partner-center']),
  data: listQuestion.and(z.object({ page: pageNumber })),
  run: (press, data, desk) => pageOf(press, data, desk),
});

function pageOf(press: Press, data: ListQuestion & { page: number }, desk: Desk): Promise<Answer> {
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
