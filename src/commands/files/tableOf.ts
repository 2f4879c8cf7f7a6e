import { amountDue } from '../../cards/invoiceTexts';
import { matchesInvoiceFilter } from '../../cards/invoiceFilter';
import { matchesFilter } from '../../cards/subscriptionFilter';
import type { CallOptions } from '../../partnerCenter/partnerCenter';
import { fitsQuestion } from '../../referrals/fitsQuestion';
import { customerSearch } from '../customersAnswer';
import type { Desk } from '../desk';
import { kindsOfLines } from '../invoiceAnswer';
import { referralPages } from '../referralsAnswer';
import type { Turn } from '../turn';
import { auditColumns, auditRows } from './auditTable';
import { customerColumns, orderColumns, subscriptionColumns } from './accountColumns';
import type { CsvTable } from './csvTable';
import type { FileWanted } from './fileWanted';
import { invoiceColumns, invoiceLineColumns } from './invoiceColumns';
import { referralColumns } from './referralColumns';

/** What is wanted, where it is a table. */
export type TableWanted = Exclude<FileWanted, { list: 'invoicePdf' }>;

type Source = Pick<Turn, 'tokens' | 'timeZone'>;

/** The table of a list, to be read with the person's own token. */
export function tableOf(turn: Source, desk: Desk, wanted: TableWanted, options: CallOptions): CsvTable {
  const { partnerCenter } = desk;
  switch (wanted.list) {
    case 'customers':
      return {
        columns: customerColumns,
        pages: partnerCenter.listCustomers(turn.tokens, options, customerSearch(wanted)),
      };
    case 'referrals':
      return { columns: referralColumns, pages: referralRows(turn, desk, wanted, options) };
    case 'subscriptions':
      return { columns: subscriptionColumns, pages: subscriptionRows(turn, desk, wanted, options) };
    case 'orders':
      return { columns: orderColumns, pages: orderRows(turn, desk, wanted, options) };
    case 'audit':
      return { columns: auditColumns, pages: auditRows(desk.store) };
    case 'invoices':
      return { columns: invoiceColumns, pages: invoiceRows(turn, desk, wanted, options) };
    default:
      return { columns: invoiceLineColumns, pages: lineRows(turn, desk, wanted, options) };
  }
}

type Wanted<L extends TableWanted['list']> = Extract<TableWanted, { list: L }>;

async function* referralRows(turn: Source, desk: Desk, wanted: Wanted<'referrals'>, options: CallOptions) {
  const calendar = { responseDays: desk.responseDays, timeZone: turn.timeZone };
  const seen = new Set<string>();
  for await (const page of referralPages(turn, desk, wanted, options)) {
    // One that is changed while the list is read can come twice.
    yield page.filter((referral) => {
      if (seen.has(referral.id) || !fitsQuestion(referral, wanted, calendar)) return false;
      seen.add(referral.id);
      return true;
    });
  }
}

async function* subscriptionRows(
  { tokens }: Source,
  { partnerCenter }: Desk,
  { customerId, customerName, ...filter }: Wanted<'subscriptions'>,
  options: CallOptions,
) {
  const subscriptions = await partnerCenter.listSubscriptions(tokens, customerId, options);
  yield subscriptions
    .filter((subscription) => matchesFilter(subscription, filter))
    .map((subscription) => ({ customerId, customerName, subscription }));
}

async function* orderRows(
  { tokens }: Source,
  { partnerCenter }: Desk,
  { customerId, customerName }: Wanted<'orders'>,
  options: CallOptions,
) {
  const orders = await partnerCenter.listOrders(tokens, customerId, options);
  yield orders.flatMap((order) => {
    const lines = order.lineItems?.length ? order.lineItems : [{}];
    return lines.map((line) => ({ customerId, customerName, order, line }));
  });
}

async function* invoiceRows(
  { tokens }: Source,
  { partnerCenter }: Desk,
  filter: Wanted<'invoices'>,
  options: CallOptions,
) {
  for await (const page of partnerCenter.listAllInvoices(tokens, options)) {
    yield page
      .filter((invoice) => matchesInvoiceFilter(invoice, filter))
      .map((invoice) => ({ ...invoice, amountDue: roundedDue(amountDue(invoice)) }));
  }
}

/** A sum of two amounts, without what binary fractions add to it. */
const roundedDue = (due: number | undefined): number | undefined =>
  due === undefined ? undefined : Math.round(due * 10_000) / 10_000;

async function* lineRows(
  { tokens }: Source,
  { partnerCenter }: Desk,
  wanted: Wanted<'invoiceLines' | 'allInvoiceLines'>,
  options: CallOptions,
) {
  const { invoiceId } = wanted;
  const kinds =
    wanted.list === 'invoiceLines'
      ? [wanted]
      : kindsOfLines(await partnerCenter.getInvoice(tokens, invoiceId, options));
  for (const kind of kinds) {
    for await (const page of partnerCenter.listInvoiceLineItems(tokens, invoiceId, kind, options)) {
      yield page.map((line) => ({ invoiceId, line }));
    }
  }
}
