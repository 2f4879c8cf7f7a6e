import type { Answer, AuthorizedCall } from '../http/call';
import type { World } from '../world';
import { knownInvoice } from './knownInvoice';
import { statementPdf } from './statementPdf';

/** GET /v1/invoices/{id}/documents/statement: the PDF itself. https://learn.microsoft.com/en-us/partner-center/developer/get-invoice-statement */
export function getStatement(call: AuthorizedCall, world: World): Answer {
  const invoice = knownInvoice(call, world);
  const { id, documentType, currencyCode, totalCharges, paidAmount } = invoice;
  const body = statementPdf([
    `${documentType} ${id}`,
    `Date: ${day(invoice.invoiceDate)}`,
    `Billing period: ${day(invoice.billingPeriodStartDate)} to ${day(invoice.billingPeriodEndDate)}`,
    `Total charges: ${totalCharges.toFixed(2)} ${currencyCode}`,
    `Amount due: ${(totalCharges + paidAmount).toFixed(2)} ${currencyCode}`,
  ]);
  return { status: 200, headers: { 'Content-Type': 'application/pdf' }, body };
}

const day = (timestamp: string): string => timestamp.slice(0, 10);
