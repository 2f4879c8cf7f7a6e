import { link } from '../customers/link';
import type { Answer, AuthorizedCall } from '../http/call';
import type { World } from '../world';
import { readOffset } from './readOffset';
import { renderInvoice } from './renderInvoice';

/** The largest page; the documentation's own example. */
const maxSize = 200;

/** GET /v1/invoices?size=200&offset=0, newest first. https://learn.microsoft.com/en-us/partner-center/developer/get-a-collection-of-invoices */
export function listInvoices({ query }: AuthorizedCall, world: World): Answer {
  const { size, offset } = readOffset(query, maxSize);
  const invoices = world.invoices.all();
  const page = invoices.slice(offset, offset + size);
  const next = offset + page.length;
  return {
    status: 200,
    body: {
      totalCount: page.length,
      items: page.map((invoice) => renderInvoice(invoice, world)),
      links: {
        self: link(`/invoices?size=${size}&offset=${offset}`),
        ...(next < invoices.length && { next: link(`/invoices?size=${size}&offset=${next}`) }),
      },
      attributes: { objectType: 'Collection' },
    },
  };
}
