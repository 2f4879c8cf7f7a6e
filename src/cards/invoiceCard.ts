import { fileWords } from '../locales/fileWords';
import { invoiceWords as words } from '../locales/invoiceWords';
import type { Invoice } from '../partnerCenter/invoice';
import type { InvoiceLineItem } from '../partnerCenter/invoiceLineItem';
import { detailCard, type DetailSection } from './detailCard';
import type { CardButton } from './executeAction';
import {
  amountDue,
  amountPaid,
  amountText,
  dayText,
  dueText,
  invoiceTitle,
  linesTitle,
  periodText,
} from './invoiceTexts';
import { invoiceLine } from './invoiceLine';
import type { CardMessage } from './message';
import { fact } from './referralFacts';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** The first line items of one provider and type, and whether these are all. */
export interface InvoiceLines {
  provider: string;
  type: string;
  items: readonly InvoiceLineItem[];
  complete: boolean;
  /** They could not be read just now. */
  unread?: true;
}

/** A provider and type of line items, in the words of `invoiceDetails`. */
export type KindOfLines = Pick<InvoiceLines, 'provider' | 'type'>;

/** One invoice with the first of its line items. */
export interface InvoiceCardView {
  invoice: Invoice;
  lines: readonly InvoiceLines[];
  /** What it has besides: behind buttons. */
  otherKinds?: readonly KindOfLines[];
  /** The first field to be shown in place of the face. */
  fieldsFrom?: number;
  /** ms, UTC. */
  now: number;
  locale: string;
}

/** Lines of each kind that the face shows. */
export const invoiceLinesShown = 4;
/** Kinds of lines that the face shows some of; each costs a call. */
export const kindsOfLinesShown = 4;
const buttonsInRow = 6;

/** One invoice: period, amounts, the first lines of each provider; everything else behind All fields. */
export function invoiceCard({
  invoice,
  lines,
  otherKinds = [],
  fieldsFrom,
  now,
  locale,
}: InvoiceCardView): CardMessage {
  const formats = createFormats(locale, undefined, now);
  const title = invoiceTitle(invoice);
  const due = amountDue(invoice);
  const state = dueText(invoice, formats);
  const { facts } = words;
  const card = detailCard(
    {
      heading: title,
      about: [readableCode(invoice.invoiceType).replace(/_/g, ' '), oneLine(invoice.currencyCode)]
        .filter(Boolean)
        .join(' · '),
      facts: [
        ...fact(facts.date, dayText(invoice.invoiceDate, formats)),
        ...fact(facts.period, periodText(invoice, formats)),
        ...fact(facts.total, amountText(invoice.totalCharges, invoice, formats)),
        ...fact(facts.paid, amountText(due === undefined ? undefined : amountPaid(invoice), invoice, formats)),
        ...fact(facts.due, amountText(due, invoice, formats)),
        ...fact(facts.amends, oneLine(invoice.amendsOf), 60),
      ],
      sections: [
        ...lines.map((part) => sectionOf(invoice.id, part, formats)),
        ...otherSections(invoice.id, otherKinds),
      ],
      buttons: [
        { title: fileWords.pdf, verb: 'invoice.pdf', data: { invoiceId: invoice.id } },
        { title: words.all, verb: 'list.page', data: { list: 'invoices', page: 0 } },
      ],
      resource: invoice,
      show: { verb: 'invoice.show', data: { invoiceId: invoice.id } },
      fieldsFrom,
    },
    formats,
  );
  return { card, summary: cutText([title, state].filter(Boolean).join(': '), 190) };
}

const hasMore = ({ items, complete }: InvoiceLines): boolean => !complete || items.length > invoiceLinesShown;

function sectionOf(invoiceId: string, part: InvoiceLines, formats: Formats): DetailSection {
  const { number } = formats;
  const { items, complete } = part;
  const of = complete ? number(items.length) : words.moreThan(number(items.length));
  const rows = items.slice(0, invoiceLinesShown).map((item) => {
    const { name, amount, about } = invoiceLine(item, formats);
    return { name: [name, amount].filter(Boolean).join(' · '), about };
  });
  const none = part.unread ? words.linesUnread : words.noLines;
  const end = items.length === 0 ? none : hasMore(part) ? words.lineRange(number(rows.length), of) : '';
  const buttons = items.length > 0 || part.unread ? [linesButton(invoiceId, part)] : [];
  return { title: linesTitle(part.provider, part.type), rows, end, buttons };
}

/** The kinds of lines that are not read yet, as buttons. */
function otherSections(invoiceId: string, kinds: readonly KindOfLines[]): DetailSection[] {
  const buttons = kinds.map((kind) => linesButton(invoiceId, kind));
  return Array.from({ length: Math.ceil(buttons.length / buttonsInRow) }, (_, row) => ({
    title: row === 0 ? words.otherLines : '',
    rows: [],
    end: '',
    buttons: buttons.slice(row * buttonsInRow, (row + 1) * buttonsInRow),
  }));
}

function linesButton(invoiceId: string, { provider, type }: KindOfLines): CardButton {
  const title = words.moreLines(linesTitle(provider, type));
  return { title, verb: 'list.page', data: { list: 'invoiceLines', invoiceId, provider, type, page: 0 } };
}
