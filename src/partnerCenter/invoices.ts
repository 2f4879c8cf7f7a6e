import type { Log } from '../lib/log';
import type { Call } from './call';
import { invoiceSchema, type Invoice } from './invoice';
import { invoiceLineItemSchema } from './invoiceLineItem';
import { offsetPage, offsetPages } from './offsetPages';
import { parseAnswer } from './parseAnswer';
import { parseItems } from './parseItems';
import type { PartnerCenter } from './partnerCenter';
import { PartnerCenterError } from './partnerCenterError';
import { pathSegment } from './pathSegment';
import { seekPages } from './seekPages';

type Invoices = Pick<
  PartnerCenter,
  'listInvoices' | 'listAllInvoices' | 'getInvoice' | 'listInvoiceLineItems' | 'getInvoiceStatement'
>;

/** How many invoices a page holds; the documentation's own example. */
const pageSize = 200;
/** How many line items a page holds; the documented maximum. */
const lineItemsPageSize = 2000;
/** Providers whose line items are paged by offset; those of every other are sought. */
const pagedByOffset: readonly string[] = ['office', 'azure'];

/**
 * The invoices resource. https://learn.microsoft.com/en-us/partner-center/developer/get-a-collection-of-invoices
 * https://learn.microsoft.com/en-us/partner-center/developer/get-invoiceline-items
 */
export function invoices(call: Call, log: Log): Invoices {
  const list = { name: 'GET /invoices', path: '/invoices', query: [] };
  const read = (items: unknown[]): Invoice[] => parseItems(invoiceSchema, items, list.name, log);
  return {
    async listInvoices(tokens, { size = pageSize, offset = 0 }, options) {
      const { items, hasMore } = await offsetPage(call, tokens, { ...list, size }, offset, options);
      return { invoices: read(items), hasMore };
    },
    async *listAllInvoices(tokens, options) {
      for await (const page of offsetPages(call, tokens, { ...list, size: pageSize }, options)) yield read(page.items);
    },
    async getInvoice(tokens, id, options) {
      const name = 'GET /invoices/{id}';
      const spec = { name, audience: 'partner-center', method: 'GET', path: pathOf(id, name) } as const;
      return parseAnswer(invoiceSchema, await call(tokens, spec, options));
    },
    async *listInvoiceLineItems(tokens, id, which, options) {
      const name = 'GET /invoices/{id}/lineitems';
      const provider = inAddress(which.provider);
      const query = [`provider=${provider}`, `invoicelineitemtype=${inAddress(which.type)}`];
      const lines = { name, path: `${pathOf(id, name)}/lineitems`, query };
      const pages = pagedByOffset.includes(provider)
        ? offsetPages(call, tokens, { ...lines, size: lineItemsPageSize }, options)
        : seekPages(call, tokens, { ...lines, query: [...query, `size=${lineItemsPageSize}`] }, options);
      for await (const page of pages) yield parseItems(invoiceLineItemSchema, page.items, name, log);
    },
    async getInvoiceStatement(tokens, id, options) {
      const name = 'GET /invoices/{id}/documents/statement';
      const path = `${pathOf(id, name)}/documents/statement`;
      const spec = { name, audience: 'partner-center', method: 'GET', path, accept: 'application/pdf' } as const;
      const { bytes, facts } = await call(tokens, spec, options);
      if (bytes) return bytes;
      throw new PartnerCenterError('No statement in the answer', { ...facts, kind: 'unexpectedAnswer' });
    },
  };
}

const pathOf = (id: string, name: string): string => `/invoices/${pathSegment(id, name)}`;

/** An invoice's details and the address of its line items spell the same differently: `one_time` and `OneTime`, `onetime`. */
const inAddress = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, '');
