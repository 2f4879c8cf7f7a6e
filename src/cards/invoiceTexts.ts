import { invoiceWords as words } from '../locales/invoiceWords';
import type { Invoice } from '../partnerCenter/invoice';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';
import { serviceMoment } from './text/serviceMoment';

/** Half of the smallest unit that any currency has: what is less is rounding. */
const rounding = 0.0005;

/** What is still to be paid: `totalCharges + paidAmount`, as the latter is negative once paid. Undefined where it is not known. */
export function amountDue({ totalCharges, paidAmount }: Invoice): number | undefined {
  if (totalCharges == null) return undefined;
  const due = totalCharges + (paidAmount ?? 0);
  return Math.abs(due) < rounding ? 0 : due;
}

/** What was paid, as people say it: positive for a payment. */
export const amountPaid = ({ paidAmount }: Invoice): number => (paidAmount ? -paidAmount : 0);

/** "£1,200.25 due", "Paid", "£250.50 credit"; '' where it is not known. */
export function dueText(invoice: Invoice, formats: Formats): string {
  const due = amountDue(invoice);
  if (due === undefined) return '';
  if (due === 0) return words.states.paid;
  return due > 0 ? words.due(amountText(due, invoice, formats)) : words.credit(amountText(-due, invoice, formats));
}

/** Whether something is still to be paid; a credit is not. */
export const isUnpaid = (invoice: Invoice): boolean => (amountDue(invoice) ?? 0) > 0;

/** `Credit Note`, `adjustment_note`, `void_note`, however it is spelled. */
export const isCreditNote = ({ documentType }: Invoice): boolean =>
  /(credit|adjustment|void)[ _-]?note/i.test(documentType ?? '');

/** An amount in the invoice's own currency; '' where there is none. */
export function amountText(amount: number | null | undefined, { currencyCode }: Invoice, formats: Formats): string {
  return amount == null ? '' : formats.money(amount, cutText(oneLine(currencyCode), 10));
}

/** "1 Oct – 31 Oct", of whatever is there. */
export function periodText({ billingPeriodStartDate, billingPeriodEndDate }: Invoice, formats: Formats): string {
  return [...new Set([dayText(billingPeriodStartDate, formats), dayText(billingPeriodEndDate, formats)])]
    .filter(Boolean)
    .join(' – ');
}

/** A day of the CSP API, '' where there is none. */
export function dayText(iso: string | null | undefined, formats: Formats): string {
  const ms = serviceMoment(iso);
  return ms === undefined ? '' : formats.calendarDay(ms);
}

/** When an invoice was made, in ms, UTC; the beginning of time where it is not known. */
export const invoicedAt = ({ invoiceDate, billingPeriodEndDate }: Invoice): number =>
  serviceMoment(invoiceDate) ?? serviceMoment(billingPeriodEndDate) ?? 0;

/** "Invoice G000123" or "Credit note G000123". */
export function invoiceTitle(invoice: Invoice): string {
  const id = cutText(oneLine(invoice.id), 40);
  return isCreditNote(invoice) ? words.creditNote(id) : words.invoice(id);
}

/** The name of some of an invoice's line items: "Office: billing lines". */
export const linesTitle = (provider: string | null | undefined, type: string | null | undefined): string =>
  words.lines(named(words.providers, provider), named(words.types, type));

function named(known: Readonly<Record<string, string>>, code: string | null | undefined): string {
  const key = oneLine(code)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return Object.hasOwn(known, key) ? (known[key] ?? '') : cutText(readableCode(code).replace(/_/g, ' '), 40);
}
