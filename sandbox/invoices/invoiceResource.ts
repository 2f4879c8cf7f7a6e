import type { JsonObject } from '../json';

/**
 * An invoice to the partner, without the links and the address of the PDF, which are added where it is shown. Amounts in
 * `currencyCode` (ISO 4217), dates ISO 8601, UTC.
 * https://learn.microsoft.com/en-us/partner-center/developer/invoice-resources
 */
export interface InvoiceResource {
  id: string;
  invoiceDate: string;
  billingPeriodStartDate: string;
  billingPeriodEndDate: string;
  totalCharges: number;
  /** Negative once paid: what is due is `totalCharges + paidAmount`. */
  paidAmount: number;
  currencyCode: string;
  currencySymbol: string;
  /** What the documentation writes in several ways: `Invoice`, `invoice`, `Credit Note`, `adjustment_note`, … */
  documentType: string;
  /** As above: `recurring`, `Recurring`, `one_time`, `OneTime`. */
  invoiceType: string;
  /** Of a credit note, the invoice that it amends. */
  amendsOf?: string;
  [property: string]: unknown;
}

/** The kinds of line items an invoice can have, as its details name them. */
export const lineItemKinds = [
  { billingProvider: 'office', invoiceLineItemType: 'billing_line_items' },
  { billingProvider: 'azure', invoiceLineItemType: 'billing_line_items' },
  { billingProvider: 'azure', invoiceLineItemType: 'usage_line_items' },
  { billingProvider: 'one_time', invoiceLineItemType: 'billing_line_items' },
] as const;

export type LineItemKind = (typeof lineItemKinds)[number];

/** A line item: `totalForCustomer` (`postTaxTotal` for Azure) in `currency`, and whatever else its provider tells. */
export type LineItem = JsonObject & { billingProvider: string; invoiceLineItemType: string };
