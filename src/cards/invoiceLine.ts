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
  const product =
    [item.offerName, item.subscriptionName, item.productName, item.resourceName, item.serviceName]
      .map(oneLine)
      .find(Boolean) ?? [item.skuName, item.subscriptionDescription].map(oneLine).find(Boolean);
  const customer = oneLine(item.customerName) || oneLine(item.customerCompanyName);
  const quantity = item.quantity ?? item.consumedQuantity;
  const amount = item.totalForCustomer ?? item.postTaxTotal ?? item.pretaxCharges ?? item.subtotal;
  const about = [
    isolateText(cutText(customer, 80)),
    cutText(readableCode(item.chargeType).toLowerCase(), 40),
    quantity == null ? '' : words.quantity(formats.exact(quantity)),
    periodOf(item, formats),
  ];
  return {
    name: cutText(product ?? '', 100) || words.unnamedLine,
    amount: amount == null ? '' : formats.money(amount, cutText(oneLine(item.currency), 10)),
    about: about.filter(Boolean).join(' · '),
  };
}

function periodOf({ chargeStartDate, chargeEndDate, usageDate }: InvoiceLineItem, formats: Formats): string {
  const days = [dayText(chargeStartDate, formats) || dayText(usageDate, formats), dayText(chargeEndDate, formats)];
  return [...new Set(days)].filter(Boolean).join(' – ');
}
