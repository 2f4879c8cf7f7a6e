import { invoiceWords as words } from '../locales/invoiceWords';
import type { InvoiceLineItem } from '../partnerCenter/invoiceLineItem';
import { detailCard } from './detailCard';
import { lineAmount, lineFacts, lineName } from './invoiceLine';
import { linesTitle } from './invoiceTexts';
import type { CardMessage } from './message';
import { fact } from './referralFacts';
import { cutText } from './text/cutText';
import { createFormats } from './text/formats';
import { oneLine } from './text/plainText';
import { isolateText } from './text/rightToLeft';
import { readableCode } from './text/readableCode';

/** One line item of an invoice, and where it stands. */
export interface InvoiceLineCardView {
  invoiceId: string;
  provider: string;
  type: string;
  item: InvoiceLineItem;
  /** Zero-based, among those of its provider and type. */
  line: number;
  /** The page of the list that it is on, zero-based. */
  page: number;
  /** The first field to be shown in place of the face. */
  fieldsFrom?: number;
  /** ms, UTC. */
  now: number;
  locale: string;
}

/** One line item: what was bought, for whom, and what it costs; everything else behind All fields. */
export function invoiceLineCard({
  item,
  line,
  page,
  fieldsFrom,
  now,
  locale,
  ...kind
}: InvoiceLineCardView): CardMessage {
  const formats = createFormats(locale, undefined, now);
  const { facts } = words;
  const { customer, amount, period } = lineFacts(item, formats);
  const quantity = item.quantity ?? item.consumedQuantity;
  const unitPrice = item.unitPrice ?? item.effectiveUnitPrice;
  const name = lineName(item);
  const invoice = words.invoice(cutText(oneLine(kind.invoiceId), 40));
  const card = detailCard(
    {
      heading: name,
      about: [invoice, linesTitle(kind.provider, kind.type)].join(' · '),
      facts: [
        ...fact(facts.customer, isolateText(customer)),
        ...fact(facts.charge, cutText(readableCode(item.chargeType), 60)),
        ...fact(facts.linePeriod, period),
        ...fact(facts.quantity, quantity == null ? '' : formats.exact(quantity)),
        ...fact(facts.unitPrice, lineAmount(unitPrice, item, formats)),
        ...fact(facts.lineTotal, amount),
      ],
      sections: [],
      buttons: [{ title: words.backToLines, verb: 'list.page', data: { list: 'invoiceLines', ...kind, page } }],
      resource: item,
      show: { verb: 'invoiceLine.show', data: { ...kind, line } },
      fieldsFrom,
    },
    formats,
  );
  return { card, summary: cutText([invoice, name, amount].filter(Boolean).join(', '), 190) };
}
