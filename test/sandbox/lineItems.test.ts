import { startSandbox, type Sandbox } from '../../sandbox/startSandbox';
import { call, type Json } from './call';

interface Lines {
  totalCount: number;
  items: (Json & { totalForCustomer: number | string; postTaxTotal: number })[];
  links: { self: { uri: string }; next?: { uri: string; headers: { key: string; value: string }[] } };
  continuationToken?: string;
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const lines = async (id: string, query: string, headers?: Record<string, string>) =>
  call<Lines>(sandbox, `/v1/invoices/${id}/lineitems?${query}`, { headers });
const office = 'provider=office&invoicelineitemtype=billinglineitems';
const oneTime = 'provider=onetime&invoicelineitemtype=billinglineitems';
const largest = 'G000131';
const newestRecurring = () => {
  const invoice = sandbox.world.invoices.all().find(({ invoiceType }) => /recurring/i.test(invoiceType));
  if (!invoice) throw new Error('There is no recurring invoice');
  return invoice;
};

describe('line items of Office and Azure', () => {
  it('are paged by offset', async () => {
    const { id } = newestRecurring();
    const whole = (await lines(id, office)).body.items;
    const first = (await lines(id, `${office}&size=3&offset=0`)).body;
    const second = (await lines(id, `${office}&size=3&offset=3`)).body;
    expect([...first.items, ...second.items]).toEqual(whole.slice(0, 3 + second.items.length));
    expect(first.links.next?.uri).toMatch(/&size=3&offset=3$/);
    const last = (await lines(id, `${office}&size=3&offset=${whole.length - 1}`)).body;
    expect(last.totalCount).toBe(1);
    expect(last.links).not.toHaveProperty('next');
  });

  it('have the names of their provider, and make up the total of the invoice', async () => {
    const { id, totalCharges } = newestRecurring();
    const licences = (await lines(id, office)).body.items;
    const bill = (await lines(id, 'provider=azure&invoicelineitemtype=billinglineitems')).body.items;
    const usage = (await lines(id, 'provider=Azure&invoicelineitemtype=UsageLineItems')).body.items;
    expect(licences[0]).toMatchObject({ attributes: { objectType: 'LicenseBasedLineItem' }, tax: expect.any(Number) });
    expect(bill[0]).toMatchObject({ customerCompanyName: expect.any(String), taxAmount: expect.any(Number) });
    expect(usage[0]).toMatchObject({ usageDate: expect.any(String), consumedQuantity: expect.any(Number) });
    expect(usage[0]).not.toHaveProperty('postTaxTotal');
    const sum = [...licences.map((one) => Number(one.totalForCustomer)), ...bill.map((one) => one.postTaxTotal)];
    expect(sum.reduce((total, amount) => total + amount, 0)).toBeCloseTo(totalCharges, 2);
  });
});

describe('line items of one-time purchases', () => {
  it('are sought: seekOperation=Next and the token as a header, 1,000 of them over three pages', async () => {
    const query = `${oneTime}&size=400`;
    const pages = [(await lines(largest, query)).body];
    for (let page = pages[0]; page?.continuationToken; page = pages.at(-1)) {
      expect(page.links.next?.headers).toEqual([{ key: 'MS-ContinuationToken', value: page.continuationToken }]);
      const headers = { 'MS-ContinuationToken': page.continuationToken };
      pages.push((await lines(largest, `${query}&seekOperation=Next`, headers)).body);
    }
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([400, 400, 200]);
    expect(pages.flatMap(({ items }) => items)).toEqual(sandbox.world.invoices.allLinesOf(largest));
  });

  it('give a next link that is misspelt, and does not work as it is', async () => {
    const { next } = (await lines(largest, `${oneTime}&size=400`)).body.links;
    expect(next?.uri).toBe(
      `/invoices/${largest}/lineitems?provider=OneTime&nvoicelineitemtype=BillingLineItems&size=400?seekOperation=Next`,
    );
    expect((await call(sandbox, `/v1${next?.uri}`)).status).toBe(400);
  });

  it('have numbers, and sometimes numbers as text', async () => {
    const { items } = (await lines(largest, oneTime)).body;
    expect(items).toHaveLength(1000);
    expect(new Set(items.map(({ totalForCustomer }) => typeof totalForCustomer))).toEqual(
      new Set(['number', 'string']),
    );
    expect(items[0]).toMatchObject({
      invoiceNumber: largest,
      customerName: expect.any(String),
      customerDomainName: expect.stringMatching(/\.onmicrosoft\.com$/),
      productName: expect.any(String),
      billingProvider: 'one_time',
      attributes: { objectType: 'OneTimeInvoiceLineItem' },
    });
  });
});

it.each([
  ['no provider', 'invoicelineitemtype=billinglineitems'],
  ['an unknown provider', 'provider=aws&invoicelineitemtype=billinglineitems'],
  ['usage of Office', 'provider=office&invoicelineitemtype=usagelineitems'],
  ['another seek operation', `${oneTime}&seekOperation=Previous`],
  ['a continuation without a token', `${oneTime}&seekOperation=Next`],
])('refuses %s with 400 and code 3000', async (_what, query) => {
  expect(await lines(largest, query)).toMatchObject({ status: 400, body: { code: 3000 } });
});

it('refuses the token of another invoice', async () => {
  const { continuationToken = '' } = (await lines(largest, `${oneTime}&size=2`)).body;
  const headers = { 'MS-ContinuationToken': continuationToken };
  const answer = await lines('G000123', `${oneTime}&size=2&seekOperation=Next`, headers);
  expect(answer).toMatchObject({ status: 400, body: { code: 3000 } });
});

it('has none of a provider that the invoice does not bill', async () => {
  expect((await lines(largest, office)).body).toMatchObject({ totalCount: 0, items: [] });
});
