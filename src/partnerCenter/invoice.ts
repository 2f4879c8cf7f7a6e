import { z } from 'zod/v4';
import { numberField } from './numberField';

const text = z.string().nullish().catch(undefined);

/** Which line items an invoice has: `billingProvider` (`office`, `azure`, `one_time`, …) and their type, open strings. */
const invoiceDetailSchema = z.looseObject({ invoiceLineItemType: text, billingProvider: text });

/**
 * An invoice to the partner. Amounts are in `currencyCode` (ISO 4217); `paidAmount` is negative once paid, so that the amount
 * due is `totalCharges + paidAmount`. `documentType` (`invoice`, `Credit Note`, …) and `invoiceType` (`Recurring`, `one_time`, …)
 * are open strings, which the documentation spells in several ways. `pdfDownloadLink` needs a token and is shown to nobody.
 * https://learn.microsoft.com/en-us/partner-center/developer/invoice-resources
 */
export const invoiceSchema = z.looseObject({
  id: z.string().min(1),
  invoiceDate: text,
  billingPeriodStartDate: text,
  billingPeriodEndDate: text,
  totalCharges: numberField,
  paidAmount: numberField,
  currencyCode: text,
  currencySymbol: text,
  pdfDownloadLink: text,
  invoiceDetails: z.array(invoiceDetailSchema).nullish().catch(undefined),
  amendsOf: text,
  documentType: text,
  invoiceType: text,
});

export type Invoice = z.infer<typeof invoiceSchema>;
export type InvoiceDetail = z.infer<typeof invoiceDetailSchema>;
