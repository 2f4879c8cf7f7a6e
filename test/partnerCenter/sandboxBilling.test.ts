import { type Sandbox, startSandbox } from '../../sandbox/startSandbox';
import { sandboxTokens } from '../../src/identity/sandboxTokens';
import { engagementFilter } from '../../src/partnerCenter/engagementFilter';
import type { PartnerCenter } from '../../src/partnerCenter/partnerCenter';
import { all, clientOf, megan } from './support/client';

let sandbox: Sandbox;
let client: PartnerCenter;
beforeAll(async () => {
  sandbox = await startSandbox({ world: 'seeded' });
  ({ client } = clientOf(sandbox.origin));
});
afterAll(() => sandbox.close());

const diego = sandboxTokens('5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1024');
const invoices = () => sandbox.world.invoices;
const from = (offset: number) => client.listInvoices(megan, { size: 10, offset });

describe('the client against a Partner Center with orders and invoices', () => {
  it('reads every order of a customer with its lines', async () => {
    const customer = sandbox.world.customers.all().find(({ id }) => sandbox.world.customers.ordersOf(id).length > 1);
    const orders = sandbox.world.customers.ordersOf(customer?.id ?? '');
    const read = await client.listOrders(megan, customer?.id ?? '');
    expect(read.map(({ id }) => id)).toEqual(orders.map(({ id }) => id));
    expect(read.map(({ lineItems }) => lineItems?.length)).toEqual(orders.map(({ lineItems }) => lineItems.length));
  });

  it('reads every invoice over all pages, each once', async () => {
    invoices().issue({}, 450);
    const read = await all(client.listAllInvoices(megan));
    expect(read.length).toBeGreaterThan(450);
    expect(read.map(({ id }) => id)).toEqual(
      invoices()
        .all()
        .map(({ id }) => id),
    );
  });

  it('says whether more invoices may follow', async () => {
    const count = invoices().all().length;
    expect((await from(count - 9)).invoices).toHaveLength(9);
    expect((await from(count - 9)).hasMore).toBe(false);
    expect((await from(count - 11)).hasMore).toBe(true);
  });

  it.each([
    ['office', 'billing_line_items'],
    ['azure', 'usage_line_items'],
    ['one_time', 'billing_line_items'],
  ] as const)('reads 4,500 line items of %s, in their order', async (billingProvider, invoiceLineItemType) => {
    const kind = { billingProvider, invoiceLineItemType };
    const lines = Array.from({ length: 4500 }, (_, at) => ({ ...kind, subscriptionId: `s${at}`, quantity: at }));
    const [issued] = invoices().issue({ invoiceType: 'OneTime' }, 1, lines);
    const { id, invoiceDetails } = await client.getInvoice(megan, issued?.id ?? '');
    const [detail] = invoiceDetails ?? [];
    const which = { provider: detail?.billingProvider ?? '', type: detail?.invoiceLineItemType ?? '' };
    expect(await all(client.listInvoiceLineItems(megan, id, which))).toEqual(lines);
  });

  it('reads the statement as a PDF', async () => {
    const [invoice] = invoices().all();
    const statement = Buffer.from(await client.getInvoiceStatement(megan, invoice?.id ?? '')).toString('latin1');
    expect(statement).toMatch(/^%PDF-1\.4[^]*%%EOF\s*$/);
    expect(statement).toContain(invoice?.id);
  });

  it('is refused where the person has no role, and finds nothing where there is nothing', async () => {
    await expect(client.listInvoices(diego, {})).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(client.getInvoiceStatement(diego, 'G1')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(client.getInvoice(megan, 'G1')).rejects.toMatchObject({ kind: 'notFound' });
    await expect(client.getInvoiceStatement(megan, 'G1')).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('reads the related referrals of an engagement', async () => {
    const engagementId = '37ef26aa-1d15-4533-9f93-a69bd33ab1e5';
    const arrived = sandbox.world.referrals.arrive({ engagementId }, 2);
    const related = await all(client.listReferrals(megan, { filter: engagementFilter(engagementId) }));
    expect(related.map(({ id }) => id).toSorted()).toEqual(arrived.map(({ id }) => id).toSorted());
  });
});
