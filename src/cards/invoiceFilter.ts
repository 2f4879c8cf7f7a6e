import type { Invoice } from '../partnerCenter/invoice';
import { invoicedAt, isUnpaid } from './invoiceTexts';

/** Which invoices are asked for; what is left out does not matter. */
export interface InvoiceFilter {
  paid?: 'paid' | 'unpaid';
  /** `YYYY-MM-DD`, UTC, inclusive: the invoice date. */
  from?: string;
  to?: string;
}

/** Whether an invoice is one of those that are asked for. */
export function matchesInvoiceFilter(invoice: Invoice, { paid, from, to }: InvoiceFilter): boolean {
  if (paid && (paid === 'unpaid') !== isUnpaid(invoice)) return false;
  if (!from && !to) return true;
  const day = new Date(invoicedAt(invoice)).toISOString().slice(0, 10);
  return (!from || day >= from) && (!to || day <= to);
}
