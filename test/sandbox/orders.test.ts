import { startSandbox, type Sandbox } from '../../sandbox/startSandbox';
import { call, people, type Json } from './call';

interface Orders {
  totalCount: number;
  items: (Json & { id: string; lineItems: Json[] })[];
  links: Json;
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const customerCalled = (name: string) =>
  sandbox.world.customers.all().find(({ companyProfile }) => companyProfile.companyName === name)?.id ?? '';
const ordersOf = (id: string, who?: string) => call<Orders>(sandbox, `/v1/customers/${id}/orders`, { who });

describe('GET /v1/customers/{id}/orders', () => {
  it('gives all of them at once, in the documented envelope, links with and without /v1', async () => {
    const id = customerCalled('Contoso Deutschland GmbH');
    const { status, body } = await ordersOf(id);
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThanOrEqual(5);
    expect(body).toMatchObject({
      totalCount: body.items.length,
      links: { self: { uri: `/customers/${id}/orders`, method: 'GET', headers: [] } },
      attributes: { objectType: 'Collection' },
    });
    const licences = body.items.find(({ lineItems }) => lineItems[0]?.termDuration !== undefined);
    expect(licences).toMatchObject({
      referenceCustomerId: id,
      currencyCode: 'EUR',
      currencySymbol: '€',
      creationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{7}Z$/),
      links: { self: { uri: `/customers/${id}/orders/${licences?.id}` } },
      attributes: { etag: expect.stringMatching(/^".+"$/), objectType: 'Order' },
    });
    expect(licences?.lineItems[0]).toMatchObject({
      lineItemNumber: 0,
      offerId: expect.stringMatching(/^\w+:\w+:\w+$/),
      friendlyName: expect.any(String),
      quantity: expect.any(Number),
      renewsTo: { termDuration: expect.stringMatching(/^P\d[MY]$/) },
      links: {
        subscription: { uri: expect.stringMatching(/^\/v1\/customers\//) },
        product: { uri: expect.stringMatching(/^\/products\//) },
      },
    });
  });

  it('has the order that each subscription names', async () => {
    const id = customerCalled('Fabrikam, Inc.');
    const { body } = await ordersOf(id);
    const lines = new Map(body.items.map((order) => [order.id, order.lineItems[0]]));
    for (const subscription of sandbox.world.customers.subscriptionsOf(id)) {
      expect(lines.get(String(subscription.orderId))).toMatchObject({ subscriptionId: subscription.id });
    }
  });

  it('is an empty list for a customer who bought nothing, and open to a Helpdesk agent', async () => {
    const { status, body } = await ordersOf(customerCalled('Fabrikam Nederland B.V.'), people.pradeep);
    expect([status, body.totalCount, body.items]).toEqual([200, 0, []]);
  });

  it.each([
    ['c5fbb3b6-be74-4795-9fb5-4324c73fed37', 404, 60003],
    ['contoso', 400, 900118],
  ])('of %s is answered %i with code %i', async (id, status, code) => {
    expect(await ordersOf(id)).toMatchObject({ status, body: { code } });
  });
});

it('the world has 400 orders and more, of every kind that is documented', () => {
  const { customers } = sandbox.world;
  const all = customers.all().flatMap(({ id }) => customers.ordersOf(id));
  expect(all.length).toBeGreaterThanOrEqual(400);
  const kinds = (name: 'transactionType' | 'status') => [...new Set(all.map((order) => order[name]))].toSorted();
  expect(kinds('transactionType')).toEqual(['SystemBilling', 'SystemPurchase', 'UserPurchase']);
  expect(kinds('status')).toEqual(['cancelled', 'completed', 'pending']);
  const cycles = all.map(({ billingCycle }) => billingCycle);
  expect(new Set(cycles)).toEqual(new Set(['monthly', 'Monthly', 'annual', 'none', 'one_time', 'OneTime']));
  const kindsOfLines = new Set(all.flatMap(({ lineItems }) => lineItems.map((line) => line.transactionType)));
  expect(kindsOfLines).toEqual(new Set(['new', 'addQuantity', 'renew']));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
