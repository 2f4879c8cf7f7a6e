import { startSandbox, type Sandbox } from '../../sandbox/startSandbox';
import { call, people, type Json } from './call';

interface Invoices {
  totalCount: number;
  items: (Json & { id: string; totalCharges: number; paidAmount: number })[];
  links: { self: { uri: string }; next?: { uri: string } };
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => Date.parse('2026-11-21T09:00:00Z') });
});
afterAll(() => sandbox.close());

const list = async (query = '') => (await call<Invoices>(sandbox, `/v1/invoices${query}`)).body;
const read = async (id: string) => (await call(sandbox, `/v1/invoices/${id}`)).body;
const spellings = (items: Json[], name: string) => new Set(items.map((one) => one[name]));

describe('GET /v1/invoices', () => {
  it('gives every invoice once over pages of size and offset, the newest first', async () => {
    const found = [];
    for (let page = await list('?size=30&offset=0'); ; page = await list(`?size=30&offset=${found.length}`)) {
      expect(page.totalCount).toBe(page.items.length);
      found.push(...page.items);
      if (!page.links.next) break;
      expect(page.links.next.uri).toBe(`/invoices?size=30&offset=${found.length}`);
    }
    expect(found.map(({ id }) => id)).toEqual(sandbox.world.invoices.all().map(({ id }) => id));
    const dates = found.map(({ invoiceDate }) => String(invoiceDate));
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('needs neither size nor offset, and has nothing behind the end', async () => {
    expect((await list()).items).toHaveLength(sandbox.world.invoices.all().length);
    expect(await list('?size=10&offset=5000')).toMatchObject({ totalCount: 0, items: [] });
  });

  it.each(['?size=0', '?size=many', '?offset=-1'])('refuses %s with 400 and code 3000', async (query) => {
    expect(await call(sandbox, `/v1/invoices${query}`)).toMatchObject({ status: 400, body: { code: 3000 } });
  });

  it('spells the same things differently, and has the address of the PDF as a path without /v1', async () => {
    const { items } = await list();
    expect(spellings(items, 'invoiceType')).toEqual(new Set(['recurring', 'Recurring', 'one_time', 'OneTime']));
    expect([...spellings(items, 'documentType')]).toEqual(expect.arrayContaining(['Invoice', 'invoice']));
    for (const { id, pdfDownloadLink } of items) expect(pdfDownloadLink).toBe(`/invoices/${id}/documents/statement`);
  });

  it('covers 24 months in three currencies, with invoices paid, partly paid and unpaid, and credit notes', async () => {
    const { items } = await list();
    expect(items.length).toBeGreaterThanOrEqual(60);
    expect(new Set(items.map(({ billingPeriodStartDate }) => billingPeriodStartDate)).size).toBe(24);
    expect(spellings(items, 'currencySymbol')).toEqual(new Set(['$', '€', '£']));
    const states = items.map(({ totalCharges, paidAmount }) => {
      expect(paidAmount).toBeLessThanOrEqual(0);
      if (totalCharges < 0) return 'credit';
      return paidAmount === 0 ? 'unpaid' : totalCharges + paidAmount === 0 ? 'paid' : 'partly paid';
    });
    expect(new Set(states)).toEqual(new Set(['credit', 'unpaid', 'paid', 'partly paid']));
    expect(items.at(0)).toMatchObject({ billingPeriodStartDate: '2026-10-01T00:00:00Z' });
  });

  it('can grow to a thousand', async () => {
    const other = await startSandbox({ world: 'empty' });
    other.world.invoices.issue({ currencyCode: 'JPY' }, 1000);
    const { body } = await call<Invoices>(other, '/v1/invoices?size=200&offset=800');
    await other.close();
    expect(body.items).toHaveLength(200);
    expect(body.items[0]).toMatchObject({ currencyCode: 'JPY', paidAmount: 0 });
    expect(body.links).not.toHaveProperty('next');
  });
});

describe('GET /v1/invoices/{id}', () => {
  it('gives G000123 with the kinds of its line items', async () => {
    const invoice = await read('G000123');
    expect(invoice).toMatchObject({
      id: 'G000123',
      billingPeriodStartDate: '2026-06-01T00:00:00Z',
      billingPeriodEndDate: '2026-06-30T00:00:00Z',
      invoiceDetails: [{ invoiceLineItemType: 'billing_line_items', attributes: { objectType: 'InvoiceDetail' } }],
      links: { self: { uri: '/invoices/G000123', method: 'GET', headers: [] } },
      attributes: { objectType: 'Invoice' },
    });
  });

  it('gives a credit note with what it amends, and the invoice with its amendments', async () => {
    const note = sandbox.world.invoices.all().find(({ amendsOf }) => amendsOf !== undefined);
    expect(note).toMatchObject({ documentType: expect.stringMatching(/^(Credit Note|adjustment_note|void_note)$/) });
    expect(note?.totalCharges).toBeLessThan(0);
    const amended = await read(String(note?.amendsOf));
    expect(amended.amendments).toMatchObject([{ id: note?.id, totalCharges: note?.totalCharges }]);
    expect(Date.parse(String(note?.invoiceDate))).toBeGreaterThan(Date.parse(String(amended.invoiceDate)));
  });

  it('is answered 404 with code 1000 for an unknown invoice', async () => {
    expect(await call(sandbox, '/v1/invoices/G999999')).toMatchObject({ status: 404, body: { code: 1000 } });
  });
});

describe('GET /v1/invoices/summaries', () => {
  it('gives the balance of every currency', async () => {
    const { body } = await call<{ items: (Json & { balanceAmount: number })[] }>(sandbox, '/v1/invoices/summaries');
    for (const { currencyCode, balanceAmount } of body.items) {
      const due = sandbox.world.invoices
        .all()
        .filter((one) => one.currencyCode === currencyCode)
        .reduce((sum, { totalCharges, paidAmount }) => sum + totalCharges + paidAmount, 0);
      expect(balanceAmount).toBeCloseTo(due, 2);
    }
    expect(spellings(body.items, 'currencyCode')).toEqual(new Set(['EUR', 'GBP', 'USD']));
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({
      details: expect.arrayContaining([expect.objectContaining({ invoiceType: 'one_time' })]),
      attributes: { objectType: 'InvoiceSummary' },
    });
  });
});

describe('roles', () => {
  const paths = ['', '/summaries', '/G000123', '/G000123/documents/statement', '/G000123/lineitems?provider=onetime'];

  it.each(paths)('/v1/invoices%s is not for a Helpdesk agent: 403 with code 900150', async (path) => {
    const answer = await call(sandbox, `/v1/invoices${path}`, { who: people.pradeep });
    expect(answer).toMatchObject({ status: 403, body: { code: 900150 } });
  });

  it('an Admin agent reads invoices', async () => {
    expect(await call(sandbox, '/v1/invoices/G000123', { who: people.lidia })).toMatchObject({ status: 200 });
  });
});
