import { invoiceWords as words } from '../locales/invoiceWords';
import type { InvoiceLineItem } from '../partnerCenter/invoiceLineItem';
import { dayText } from './invoiceTexts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** A line item as cards show it: what was bought, for whom, when, how much, what it costs. Plain text. */
export function invoiceLine(item: InvoiceLineItem, formats: Formats): { name: string; amount: string; about: string } {
  const { customer, amount, period } = lineFacts(item, formats);
  const quantity = item.quantity ?? item.consumedQuantity;
  const about = [
    isolateText(customer),
    cutText(readableCode(item.chargeType).toLowerCase(), 40),
    quantity == null ? '' : words.quantity(formats.exact(quantity)),
    period,
  ];
  return { name: lineName(item), amount, about: about.filter(Boolean).join(' · ') };
}

/** What was bought. */
export function lineName(item: InvoiceLineItem): string {
  const product =
    [item.offerName, item.subscriptionName, item.productName, item.resourceName, item.serviceName]
      .map(oneLine)
      .find(Boolean) ?? [item.skuName, item.subscriptionDescription].map(oneLine).find(Boolean);
  return cutText(product ?? '', 100) || words.unnamedLine;
}

/** For whom, when, and what it costs; '' for each that is not known. */
export function lineFacts(item: InvoiceLineItem, formats: Formats) {
  const amount = item.totalForCustomer ?? item.postTaxTotal ?? item.pretaxCharges ?? item.subtotal;
  return {
    customer: cutText(oneLine(item.customerName) || oneLine(item.customerCompanyName), 80),
    amount: lineAmount(amount, item, formats),
    period: periodOf(item, formats),
  };
}

/** An amount in the line's own currency; '' where there is none. */
export const lineAmount = (
  amount: number | null | undefined,
  { currency }: InvoiceLineItem,
  formats: Formats,
): string => (amount == null ? '' : formats.money(amount, cutText(oneLine(currency), 10)));

function periodOf({ chargeStartDate, chargeEndDate, usageDate }: InvoiceLineItem, formats: Formats): string {
  const days = [dayText(chargeStartDate, formats) || dayText(usageDate, formats), dayText(chargeEndDate, formats)];
  return [...new Set(days)].filter(Boolean).join(' – ');
}
