import { invoiceWords as words } from '../locales/invoiceWords';
import type { Invoice } from '../partnerCenter/invoice';
import { matchesInvoiceFilter, type InvoiceFilter } from './invoiceFilter';
import {
  amountDue,
  amountPaid,
  amountText,
  dueText,
  invoicedAt,
  invoiceTitle,
  isUnpaid,
  periodText,
} from './invoiceTexts';
import { listCard, listPage, type ListRow } from './listCard';
import type { CardMessage } from './message';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { oneLine } from './text/plainText';

/** The invoices, all of them, and which of them are shown. */
export interface InvoicesCardView {
  invoices: readonly Invoice[];
  filter: InvoiceFilter;
  /** ms, UTC. */
  now: number;
  locale: string;
  /** Zero-based; beyond the end means the last. */
  page: number;
}

const pageSize = 8;
/** Currencies in which a sum is told. */
const mostSums = 4;

/** The invoices, newest first, a page at a time, and what is still to be paid. */
export function invoicesCard({ invoices, filter, now, locale, page }: InvoicesCardView): CardMessage {
  const formats = createFormats(locale, undefined, now);
  const asked = invoices
    .filter((invoice) => matchesInvoiceFilter(invoice, filter))
    .toSorted((a, b) => invoicedAt(b) - invoicedAt(a) || (a.id < b.id ? 1 : -1));
  const { shown, range, buttons } = listPage(
    asked,
    { page, size: pageSize, data: { list: 'invoices', ...filter } },
    formats,
  );
  const heading = titleOf(filter, formats);
  const about = summed(asked, invoices.length, formats);
  const card = listCard({ heading, about, rows: shown.map((invoice) => rowOf(invoice, formats)), range, buttons });
  return { card, summary: cutText(`${heading}: ${about}`, 190) };
}

function rowOf(invoice: Invoice, formats: Formats): ListRow {
  const unpaid = isUnpaid(invoice);
  const known = amountDue(invoice) !== undefined;
  const parts = [
    periodText(invoice, formats),
    known ? words.total(amountText(invoice.totalCharges, invoice, formats)) : '',
    known ? words.paid(amountText(amountPaid(invoice), invoice, formats)) : '',
  ];
  return {
    name: invoiceTitle(invoice),
    state: dueText(invoice, formats),
    colour: unpaid ? 'attention' : 'default',
    about: parts.filter(Boolean).join(' · '),
    open: { title: words.open, verb: 'invoice.show', data: { invoiceId: invoice.id } },
  };
}

function titleOf({ paid, from, to }: InvoiceFilter, formats: Formats): string {
  const title = paid === 'paid' ? words.paidOnly : paid === 'unpaid' ? words.unpaidOnly : words.all;
  const day = (iso: string | undefined) => (iso ? formats.calendarDay(Date.parse(iso)) : '');
  return from || to ? `${title} ${words.between(day(from), day(to))}` : title;
}

function summed(asked: readonly Invoice[], inAll: number, formats: Formats): string {
  const { number } = formats;
  if (inAll === 0) return words.none;
  const unpaid = asked.filter(isUnpaid);
  const count =
    asked.length === inAll
      ? words.count(inAll, number(inAll))
      : words.countOf(number(asked.length), inAll, number(inAll));
  const byCurrency = [...Map.groupBy(unpaid, ({ currencyCode }) => cutText(oneLine(currencyCode), 10))];
  const sums = byCurrency.map(([currency, those]) => {
    const cents = those.reduce((sum, invoice) => sum + Math.round((amountDue(invoice) ?? 0) * 1000), 0);
    return formats.money(cents / 1000, currency);
  });
  const told = sums.length > mostSums ? [...sums.slice(0, mostSums), '…'] : sums;
  return unpaid.length > 0 ? `${count} · ${words.unpaid(number(unpaid.length), formats.list(told))}` : count;
}
