import type { Answer, AuthorizedCall } from '../http/call';
import type { World } from '../world';
import { knownInvoice } from './knownInvoice';
import { renderInvoice } from './renderInvoice';

/** GET /v1/invoices/{invoice-id}. https://learn.microsoft.com/en-us/partner-center/developer/get-invoice-by-id */
export function getInvoice(call: AuthorizedCall, world: World): Answer {
  return { status: 200, body: renderInvoice(knownInvoice(call, world), world) };
}
