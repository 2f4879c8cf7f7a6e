import { link } from '../customers/link';
import type { JsonObject } from '../json';
import type { World } from '../world';
import { lineItemKinds, type InvoiceResource, type LineItemKind } from './invoiceResource';

/**
 * An invoice as the list and the resource have it. The documentation says that `pdfDownloadLink` comes only by id and expires;
 * its samples have it in the list too, as a path of this API, and links that begin with `/invoices` rather than `/v1`.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-collection-of-invoices
 */
export function renderInvoice(invoice: InvoiceResource, world: World): JsonObject {
  const kinds = lineItemKinds.filter((kind) => world.invoices.linesOf(invoice.id, kind).length > 0);
  const amendments = world.invoices.amendmentsOf(invoice.id);
  const { id, ...properties } = invoice;
  return {
    id,
    pdfDownloadLink: `/invoices/${id}/documents/statement`,
    invoiceDetails: kinds.map((kind) => renderDetail(invoice, kind)),
    ...(amendments.length > 0 && { amendments: amendments.map((one) => renderInvoice(one, world)) }),
    ...properties,
    links: { self: link(`/invoices/${id}`) },
    attributes: { objectType: 'Invoice' },
  };
}

const inLinks: Record<LineItemKind['billingProvider'], string> = {
  office: 'Office',
  azure: 'Azure',
  one_time: 'OneTime',
};

/** The link spells provider and type in another way than the properties beside it. */
function renderDetail({ id, invoiceType }: InvoiceResource, { billingProvider, invoiceLineItemType }: LineItemKind) {
  const type = invoiceLineItemType === 'billing_line_items' ? 'BillingLineItems' : 'UsageLineItems';
  const isTitle = /^[A-Z]/.test(invoiceType);
  const self =
    billingProvider === 'one_time'
      ? `/invoices/${id}/lineitems?provider=OneTime&nvoicelineitemtype=${type}&size=2000`
      : `/invoices/Recurring-${id}/lineitems/${inLinks[billingProvider]}/${type}`;
  return {
    invoiceLineItemType,
    billingProvider: billingProvider === 'one_time' && isTitle ? 'OneTime' : billingProvider,
    links: { self: link(self) },
    attributes: { objectType: 'InvoiceDetail' },
  };
}
