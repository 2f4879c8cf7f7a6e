import { invoicesPage1, invoicesPage2, oneTimePage1, oneTimePage2, ordersPage } from './support/billing';
import { asSent, failureOf, megan, pagesOf, useClient } from './support/useClient';

const bench = useClient();
const urls = () => bench.replay.requests.map(({ url }) => url);
const itemsOf = (text: string) => (JSON.parse(text) as { items: unknown[] }).items;
const page = (items: readonly object[], more: object = {}) => ({ body: JSON.stringify({ items, ...more }) });
const invoices = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `G${first + index}` }));
const lines = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ subscriptionId: `s${first + index}` }));

describe('a page of invoices', () => {
  it('is asked for by size and offset, as the person, and kept whole', async () => {
    bench.reply({ body: invoicesPage1 });
    const found = await bench.client.listInvoices(megan, { size: 2, offset: 0 });
    expect(found).toEqual({ invoices: itemsOf(invoicesPage1), hasMore: true });
    expect(bench.replay.requests.map(asSent)).toEqual([
      {
        method: 'GET',
        url: '/v1/invoices?size=2&offset=0',
        headers: {
          accept: 'application/json',
          authorization: 'Bearer secret-of-megan-for-partner-center',
          'ms-requestid': 'id-1',
          'ms-correlationid': 'id-1',
          'ms-contract-version': 'v1',
        },
        body: '',
      },
    ]);
  });

  it('begins at the first of 200 when nothing else is said', async () => {
    bench.reply(page([]));
    expect(await bench.client.listInvoices(megan, {})).toEqual({ invoices: [], hasMore: false });
    expect(urls()).toEqual(['/v1/invoices?size=200&offset=0']);
  });

  it('is not taken for an empty page when the answer is no collection', async () => {
    bench.reply({ body: '{}' });
    expect((await failureOf(bench.client.listInvoices(megan, {}))).kind).toBe('unexpectedAnswer');
  });

  it.each([
    ['it is full', page(invoices(0, 3)), true],
    ['it has a next link', page(invoices(0, 1), { links: { next: { uri: '/invoices?size=3&offset=13' } } }), true],
    ['the total is beyond it', page(invoices(0, 2), { totalCount: 13 }), true],
    ['the total counts the page', page(invoices(0, 2), { totalCount: 2 }), false],
    ['the total counts everything', page(invoices(0, 2), { totalCount: 12 }), false],
    ['it is short', page(invoices(0, 2), { links: { self: {} } }), false],
    ['it is empty, whatever else it says', page([], { totalCount: 99, links: { next: {} } }), false],
  ])('says whether more may follow: %s', async (_why, answer, hasMore) => {
    bench.reply(answer);
    expect((await bench.client.listInvoices(megan, { size: 3, offset: 10 })).hasMore).toBe(hasMore);
  });

  it('leaves out an invoice without an id, and reads an amount that is written as a string', async () => {
    bench.reply(page([{ totalCharges: 1 }, { id: 'G1', totalCharges: '-12.50', paidAmount: 'much', novelty: [1] }]));
    const found = await bench.client.listInvoices(megan, {});
    expect(found.invoices).toEqual([{ id: 'G1', totalCharges: -12.5, novelty: [1] }]);
  });
});

describe('all invoices', () => {
  it('are read page by page to the end, from where the last page stopped', async () => {
    bench.reply({ body: invoicesPage1 }, { body: invoicesPage2 });
    const [first, second] = await pagesOf(bench.client.listAllInvoices(megan));
    expect(first).toHaveLength(2);
    expect(second).toEqual([{ id: 'G000024135', totalCharges: 2076.63, documentType: 'Credit Note' }]);
    expect(urls()).toEqual(['/v1/invoices?size=200&offset=0', '/v1/invoices?size=200&offset=2']);
  });

  it('end with an empty page after a full one', async () => {
    bench.reply(page(invoices(0, 200)), page([]));
    expect((await pagesOf(bench.client.listAllInvoices(megan))).flat()).toHaveLength(200);
    expect(urls()).toHaveLength(2);
  });

  it('come once from a service that gives everything whatever the offset', async () => {
    const everything = page(invoices(0, 300));
    bench.reply(everything, everything);
    expect((await pagesOf(bench.client.listAllInvoices(megan))).flat()).toHaveLength(300);
    expect(urls()).toHaveLength(2);
  });

  it('fail rather than end early when a page cannot be had', async () => {
    bench.reply(page(invoices(0, 200)), { status: 403, body: '{"code":900150,"description":"x"}' });
    expect((await failureOf(pagesOf(bench.client.listAllInvoices(megan)))).kind).toBe('forbidden');
  });
});

describe('the line items of an invoice', () => {
  it.each([
    ['office', 'billing_line_items', 'provider=office&invoicelineitemtype=billinglineitems'],
    ['Azure', 'usage_line_items', 'provider=azure&invoicelineitemtype=usagelineitems'],
  ])('of %s are paged by offset', async (provider, type, query) => {
    bench.reply(page(lines(0, 2000)), page(lines(2000, 1)));
    const pages = await pagesOf(bench.client.listInvoiceLineItems(megan, 'D1', { provider, type }));
    expect(pages.map((items) => items.length)).toEqual([2000, 1]);
    expect(urls()).toEqual([
      `/v1/invoices/D1/lineitems?${query}&size=2000&offset=0`,
      `/v1/invoices/D1/lineitems?${query}&size=2000&offset=2000`,
    ]);
  });

  it.each(['one_time', 'onetime', 'OneTime'])('of %s are sought with the token in a header', async (provider) => {
    bench.reply({ body: oneTimePage1 }, { body: oneTimePage2 });
    const which = { provider, type: 'billing_line_items' };
    const [first, second] = await pagesOf(bench.client.listInvoiceLineItems(megan, 'G000773581', which));
    expect(first).toMatchObject([
      { customerName: 'Contoso Ltd.', customerCountry: 'US', effectiveUnitPrice: 14.4, totalForCustomer: 793 },
    ]);
    expect(second).toEqual(itemsOf(oneTimePage2));
    const path = '/v1/invoices/G000773581/lineitems?provider=onetime&invoicelineitemtype=billinglineitems&size=2000';
    expect(urls()).toEqual([path, `${path}&seekOperation=Next`]);
    expect(bench.replay.requests[1]?.headers['ms-continuationtoken']).toBe('d196/80/OGda4BO/1o=,0d81');
  });
});

describe('one invoice', () => {
  it('is read by its id', async () => {
    const [invoice] = itemsOf(invoicesPage1);
    bench.reply({ body: JSON.stringify(invoice) });
    expect(await bench.client.getInvoice(megan, 'D02005YFHI')).toEqual(invoice);
    expect(urls()).toEqual(['/v1/invoices/D02005YFHI']);
  });

  it('is not found, without a request, where the id would be another path', async () => {
    const which = { provider: 'office', type: 'billing_line_items' };
    expect((await failureOf(bench.client.getInvoice(megan, '..'))).kind).toBe('notFound');
    expect((await failureOf(bench.client.getInvoiceStatement(megan, ''))).kind).toBe('notFound');
    expect((await failureOf(pagesOf(bench.client.listInvoiceLineItems(megan, '.', which)))).kind).toBe('notFound');
    bench.reply({ status: 404, body: '{"code":1000}' });
    expect((await failureOf(bench.client.getInvoice(megan, '../customers?x#'))).kind).toBe('notFound');
    expect(urls()).toEqual(['/v1/invoices/..%2Fcustomers%3Fx%23']);
  });
});

describe('the orders of a customer', () => {
  it('are read as they are', async () => {
    bench.reply({ body: ordersPage });
    expect(await bench.client.listOrders(megan, 'c 1/x')).toEqual(itemsOf(ordersPage));
    expect(urls()).toEqual(['/v1/customers/c%201%2Fx/orders']);
  });

  it('are read to the last page, should pages come', async () => {
    const next = { headers: [{ key: 'MS-ContinuationToken', value: 't' }] };
    bench.reply(page([{ id: 'a' }], { links: { next } }), page([{ id: 'b', lineItems: 'none' }]));
    expect(await bench.client.listOrders(megan, 'c')).toEqual([{ id: 'a' }, { id: 'b' }]);
  });
});
