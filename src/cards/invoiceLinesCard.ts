import { invoiceWords as words } from '../locales/invoiceWords';
import { listWords } from '../locales/listWords';
import type { InvoiceLineItem } from '../partnerCenter/invoiceLineItem';
import { invoiceLine } from './invoiceLine';
import { linesTitle } from './invoiceTexts';
import { exportButtons, listCard, pageButtons } from './listCard';
import type { CardMessage } from './message';
import { cutText } from './text/cutText';
import { createFormats } from './text/formats';
import { oneLine } from './text/plainText';

/** A page of the line items of one provider and type, which need not have been read to their end. */
export interface InvoiceLinesCardView {
  invoiceId: string;
  provider: string;
  type: string;
  /** Those that are known so far. */
  items: readonly InvoiceLineItem[];
  /** Whether these are all. */
  complete: boolean;
  /** Zero-based; beyond the end means the last. */
  page: number;
  /** ms, UTC. */
  now: number;
  locale: string;
}

/** How many lines a card shows. */
export const invoiceLinesPageSize = 10;

/** The line items of an invoice, a page at a time. */
export function invoiceLinesCard(view: InvoiceLinesCardView): CardMessage {
  const { invoiceId, provider, type, items, complete } = view;
  const formats = createFormats(view.locale, undefined, view.now);
  const { number } = formats;
  const last = Math.max(0, Math.ceil(items.length / invoiceLinesPageSize) - 1);
  const page = Math.min(Math.max(0, Math.trunc(view.page)), last);
  const first = page * invoiceLinesPageSize;
  const shown = items.slice(first, first + invoiceLinesPageSize);
  const title = words.invoice(cutText(oneLine(invoiceId), 40));
  const range = complete ? listWords.range : listWords.openRange;
  const data = { list: 'invoiceLines', invoiceId, provider, type };
  const card = listCard({
    heading: title,
    about: items.length > 0 ? linesTitle(provider, type) : words.noLines,
    rows: shown.map((item, at) => {
      const { name, amount, about } = invoiceLine(item, formats);
      const line = { invoiceId, provider, type, line: first + at };
      const open = { title: words.openLine, verb: 'invoiceLine.show', data: line };
      return { name, state: amount, colour: 'default', about, open };
    }),
    range: last > 0 || !complete ? range(number(first + 1), number(first + shown.length), number(items.length)) : '',
    buttons: [
      ...pageButtons(page, page < last || !complete, data),
      ...exportButtons(data, items.length, complete),
      { title: words.back, verb: 'invoice.show', data: { invoiceId } },
    ],
  });
  return { card, summary: `${title}: ${linesTitle(provider, type)}` };
}
