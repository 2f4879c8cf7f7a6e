import { Refusal, type AuthorizedCall } from '../http/call';
import { partnerCenterError } from '../http/partnerCenterApi';
import type { World } from '../world';
import type { InvoiceResource } from './invoiceResource';

/** The invoice that the path names. https://learn.microsoft.com/en-us/partner-center/developer/error-codes */
export function knownInvoice({ params: { invoiceId = '' } }: AuthorizedCall, world: World): InvoiceResource {
  const invoice = world.invoices.find(invoiceId);
  if (!invoice) throw new Refusal(partnerCenterError(404, 1000, 'The invoice was not found.', [invoiceId]));
  return invoice;
}
