import { fileWords } from '../locales/fileWords';
import { invoiceWords } from '../locales/invoiceWords';
import { newsWords } from '../locales/newsWords';
import type { NewsTruth } from '../storage/news';
import { amountDue, amountPaid, amountText, dayText, invoiceTitle, isCreditNote, periodText } from './invoiceTexts';
import type { NewsFace } from './newsCard';
import { fact } from './referralFacts';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

const words = newsWords.card;

/** What the card of an invoice that is ready says. Partner Center's invoices carry no due date, but what is still to be paid. */
export function invoiceNewsFace({ invoice }: Extract<NewsTruth, { topic: 'invoice' }>, formats: Formats): NewsFace {
  const { facts } = invoiceWords;
  const { totalCharges, invoiceDate, amendsOf, invoiceType, currencyCode } = invoice;
  const title = invoiceTitle(invoice);
  const due = amountDue(invoice);
  const paid = due === undefined ? 0 : amountPaid(invoice);
  const total = amountText(totalCharges, invoice, formats);
  const data = { invoiceId: invoice.id };
  return {
    banner: isCreditNote(invoice) ? words.creditNote : words.invoice,
    isAlarming: false,
    heading: markdownText(title, 120),
    about: [readableCode(invoiceType).replace(/_/g, ' '), oneLine(currencyCode)].filter(Boolean).join(' · '),
    story: '',
    facts: [
      ...fact(facts.total, total),
      ...fact(facts.period, periodText(invoice, formats)),
      ...fact(facts.date, dayText(invoiceDate, formats)),
      ...(paid === 0 ? [] : fact(facts.paid, amountText(paid, invoice, formats))),
      ...fact(facts.due, amountText(due, invoice, formats)),
      ...fact(facts.amends, oneLine(amendsOf), 60),
    ],
    buttons: [
      { title: words.details, verb: 'invoice.show', data },
      { title: fileWords.pdf, verb: 'invoice.pdf', data },
    ],
    summary: words.ready(title, total),
  };
}
