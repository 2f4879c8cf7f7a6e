import { z } from 'zod/v4';
import { numberField } from './numberField';

const text = z.string().nullish().catch(undefined);

/**
 * A line item of an invoice. Every provider has names of its own for the same things, so each field may be missing: the
 * customer is `customerName` (`customerCompanyName` with Azure), the total `totalForCustomer` (`postTaxTotal`). Amounts are
 * in `currency` (ISO 4217), dates ISO 8601; unknown fields are kept.
 * https://learn.microsoft.com/en-us/partner-center/developer/invoice-resources
 */
export const invoiceLineItemSchema = z.looseObject({
  customerId: text,
  customerName: text,
  customerCompanyName: text,
  domainName: text,
  customerDomainName: text,
  orderId: text,
  subscriptionId: text,
  subscriptionName: text,
  subscriptionDescription: text,
  offerName: text,
  productName: text,
  skuName: text,
  serviceName: text,
  resourceName: text,
  chargeType: text,
  chargeStartDate: text,
  chargeEndDate: text,
  usageDate: text,
  termAndBillingCycle: text,
  quantity: numberField,
  billableQuantity: numberField,
  consumedQuantity: numberField,
  unitPrice: numberField,
  effectiveUnitPrice: numberField,
  subtotal: numberField,
  pretaxCharges: numberField,
  tax: numberField,
  taxTotal: numberField,
  taxAmount: numberField,
  totalForCustomer: numberField,
  postTaxTotal: numberField,
  currency: text,
  invoiceLineItemType: text,
  billingProvider: text,
});

export type InvoiceLineItem = z.infer<typeof invoiceLineItemSchema>;
