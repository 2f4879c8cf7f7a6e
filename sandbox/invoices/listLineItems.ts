import { link } from '../customers/link';
import type { Answer, AuthorizedCall } from '../http/call';
import { invalidProperty } from '../http/partnerCenterApi';
import type { World } from '../world';
import { lineItemKinds, type LineItem, type LineItemKind } from './invoiceResource';
import { knownInvoice } from './knownInvoice';
import { readLineItemToken, writeLineItemToken } from './lineItemToken';
import { readOffset } from './readOffset';

/** The documented maximum. */
const maxSize = 2000;

interface Page {
  self: string;
  size: number;
  offset: number;
  lines: LineItem[];
}

/**
 * GET /v1/invoices/{id}/lineitems: those of Office and Azure are paged by offset, those of one-time purchases are sought.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-invoiceline-items
 */
export function listLineItems(call: AuthorizedCall, world: World): Answer {
  const { id } = knownInvoice(call, world);
  const kind = readKind(call.query);
  const { size, offset } = readOffset(call.query, maxSize);
  const lines = world.invoices.linesOf(id, kind);
  const self = selfOf(id, kind, size);
  if (kind.billingProvider !== 'one_time') return offsetPage({ self, size, offset, lines });
  return soughtPage({ self, size, offset: soughtOffset(call, id), lines }, id);
}

/** Some links miss the first letter of a parameter, as the documented ones do. */
function selfOf(id: string, { billingProvider, invoiceLineItemType }: LineItemKind, size: number): string {
  const type = invoiceLineItemType === 'usage_line_items' ? 'UsageLineItems' : 'BillingLineItems';
  const lines = `/invoices/${id}/lineitems`;
  if (billingProvider === 'one_time') return `${lines}?provider=OneTime&nvoicelineitemtype=${type}&size=${size}`;
  return `${lines}?provider=${billingProvider}&invoicelineitemtype=${type}&size=${size}`;
}

function readKind(query: URLSearchParams): LineItemKind {
  const spelled = (name: string) => (query.get(name) ?? '').toLowerCase();
  const [provider, type] = [spelled('provider'), spelled('invoicelineitemtype')];
  const kind = lineItemKinds.find(
    ({ billingProvider, invoiceLineItemType }) =>
      billingProvider.replace('_', '') === provider && invoiceLineItemType.replaceAll('_', '') === type,
  );
  if (kind) return kind;
  throw invalidProperty('The provider or the line item type is not valid.', ['provider', 'invoicelineitemtype']);
}

function offsetPage({ self, size, offset, lines }: Page): Answer {
  const page = lines.slice(offset, offset + size);
  const next = offset + page.length;
  const links = {
    self: link(`${self}&offset=${offset}`),
    ...(next < lines.length && { next: link(`${self}&offset=${next}`) }),
  };
  return { status: 200, body: collection(page, { links }) };
}

function soughtOffset({ query, headers }: AuthorizedCall, id: string): number {
  const operation = query.get('seekOperation');
  if (operation === null) return 0;
  if (operation !== 'Next') throw invalidProperty('The seek operation is not supported.', ['seekOperation']);
  return readLineItemToken(id, headers['ms-continuationtoken']);
}

/** The next link is misspelt as documented: `?seekOperation` where `&seekOperation` would work. */
function soughtPage({ self, size, offset, lines }: Page, id: string): Answer {
  const page = lines.slice(offset, offset + size);
  const end = offset + page.length;
  if (end >= lines.length) return { status: 200, body: collection(page, { links: { self: link(self) } }) };
  const continuationToken = writeLineItemToken(id, end);
  const next = link(`${self}?seekOperation=Next`, { 'MS-ContinuationToken': continuationToken });
  return { status: 200, body: collection(page, { links: { self: link(self), next }, continuationToken }) };
}

function collection(items: LineItem[], more: object) {
  return { totalCount: items.length, items, ...more, attributes: { objectType: 'Collection' } };
}
