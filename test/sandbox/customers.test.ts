import type { Sandbox } from '../../sandbox/startSandbox';
import { startSandbox } from '../../sandbox/startSandbox';
import { call, type Json } from './call';

interface Collection {
  totalCount: number;
  items: { id: string; companyProfile: { companyName: string; domain: string } }[];
  links: { self: Link; next?: Link };
  continuationToken?: string;
}

interface Link {
  uri: string;
  method: string;
  headers: { key: string; value: string }[];
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const get = (path: string, headers?: Record<string, string>) => call<Collection>(sandbox, path, { headers });
const idOf = (name: string) => sandbox.world.customers.all().find((one) => one.companyProfile.companyName === name)?.id;
const subscriptions = async (name: string) =>
  (await call<Collection & { items: Json[] }>(sandbox, `/v1/customers/${idOf(name)}/subscriptions`)).body;
const filter = (Field: string, Value: string, Operator = 'starts_with') =>
  encodeURIComponent(JSON.stringify({ Field, Value, Operator }));

async function pages(path: string): Promise<Collection[]> {
  const found = [(await get(path)).body];
  for (let next = found[0]?.links.next; next; next = found.at(-1)?.links.next) {
    const headers = Object.fromEntries(next.headers.map(({ key, value }) => [key, value]));
    found.push((await get(next.uri.startsWith('/v1/') ? next.uri : `/v1${next.uri}`, headers)).body);
  }
  return found;
}

describe('GET /v1/customers', () => {
  it('gives every customer once over its pages, in the documented envelope', async () => {
    const all = await pages('/v1/customers?size=100');
    const ids = all.flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toEqual(sandbox.world.customers.all().map(({ id }) => id));
    expect(all.map(({ totalCount }) => totalCount)).toEqual([100, 100, ids.length - 200]);
    expect(all[0]).toMatchObject({
      links: {
        self: { uri: '/customers?size=100', method: 'GET', headers: [] },
        next: {
          uri: '/customers?size=100&seekOperation=Next',
          method: 'GET',
          headers: [{ key: 'MS-ContinuationToken', value: all[0]?.continuationToken }],
        },
      },
      attributes: { objectType: 'Collection' },
    });
    expect(all[1]?.links.next?.uri).toBe('/v1/customers?size=100&seekOperation=Next');
    expect(all[2]).not.toHaveProperty('continuationToken');
  });

  it('has less of a customer than the customer itself', async () => {
    const { body } = await get('/v1/customers?size=1');
    const [item] = body.items;
    expect(Object.keys(item ?? {}).toSorted()).toEqual(
      ['attributes', 'companyProfile', 'id', 'links', 'relationshipToPartner'].toSorted(),
    );
    const { body: customer } = await call(sandbox, `/v1/customers/${item?.id}`);
    expect(customer).toMatchObject({
      id: item?.id,
      companyProfile: { ...item?.companyProfile, address: { country: expect.any(String) } },
      allowDelegatedAccess: expect.any(Boolean),
      customDomains: expect.arrayContaining([item?.companyProfile.domain]),
      associatedPartnerId: null,
      billingProfile: {
        firstName: expect.any(String),
        lastName: expect.any(String),
        email: expect.any(String),
        culture: expect.stringMatching(/^[a-z]{2}-[A-Z]{2}$/),
        language: expect.stringMatching(/^[a-z]{2}$/),
        companyName: item?.companyProfile.companyName,
        defaultAddress: { city: expect.any(String), phoneNumber: expect.any(String) },
        attributes: { objectType: 'CustomerBillingProfile' },
      },
    });
  });

  it.each([
    ['CompanyName', 'CONTO', ['Contoso Deutschland GmbH', 'Contoso Ltd.']],
    ['CompanyName', 'ontoso', []],
    ['CompanyName', "o'neill & d", ["O'Neill & Daughters Ltd"]],
    ['CompanyName', 'fabrikam japan 株', ['Fabrikam Japan 株式会社']],
    ['Domain', 'northwind', ['Northwind Traders']],
  ])('finds whose %s starts with %s', async (field, value, names) => {
    const { body } = await get(`/v1/customers?size=40&filter=${filter(field, value)}`);
    expect(body.items.map(({ companyProfile }) => companyProfile.companyName).toSorted()).toEqual(names);
  });

  it('keeps the filter on the next page', async () => {
    const all = await pages(`/v1/customers?size=2&filter=${filter('CompanyName', 'fabrikam')}`);
    const names = all.flatMap(({ items }) => items.map(({ companyProfile }) => companyProfile.companyName));
    expect(all.map(({ totalCount }) => totalCount)).toEqual([2, 2, 1]);
    expect(names.every((name) => name.startsWith('Fabrikam'))).toBe(true);
  });

  it('begins again when the token comes without seekOperation', async () => {
    const { body } = await get('/v1/customers?size=3');
    const headers = { 'MS-ContinuationToken': body.continuationToken ?? '' };
    expect((await get('/v1/customers?size=3', headers)).body.items).toEqual(body.items);
  });

  it.each([
    ['no size', ''],
    ['a size of zero', '?size=0'],
    ['a size in words', '?size=many'],
    ['an operator that is not starts_with', `?size=9&filter=${filter('CompanyName', 'a', 'contains')}`],
    ['an unknown field', `?size=9&filter=${filter('Country', 'DE')}`],
    ['a broken filter', '?size=9&filter={'],
    ['a continuation without a token', '?size=9&seekOperation=Next'],
    ['another seek operation', '?size=9&seekOperation=Previous'],
  ])('refuses %s with 400 and code 3000', async (_what, query) => {
    const { status, body } = await call(sandbox, `/v1/customers${query}`);
    expect([status, body.code]).toEqual([400, 3000]);
    expect(body).toMatchObject({
      description: expect.any(String),
      data: expect.any(Array),
      source: expect.any(String),
    });
  });
});

describe('GET /v1/customers/{id}', () => {
  it.each([
    ['c5fbb3b6-be74-4795-9fb5-4324c73fed37', 404, 60003],
    ['contoso', 400, 900118],
  ])('%s is answered %i with code %i, also for its subscriptions', async (id, status, code) => {
    for (const path of [`/v1/customers/${id}`, `/v1/customers/${id}/subscriptions`]) {
      const answer = await call(sandbox, path);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
  });
});

describe('GET /v1/customers/{id}/subscriptions', () => {
  it('gives all of them at once, links with and without /v1', async () => {
    const body = await subscriptions('Fabrikam, Inc.');
    expect(body.items).toHaveLength(44);
    expect(body.totalCount).toBe(44);
    expect(body.links.self.uri).toBe(`/v1/customers/${idOf('Fabrikam, Inc.')}/subscriptions`);
    expect(body.links).not.toHaveProperty('next');
    expect(body.items[0]).toMatchObject({
      offerName: 'Azure plan',
      productType: { id: 'AzurePlan', displayName: 'AzurePlan' },
      attributes: { objectType: 'Subscription' },
      links: { self: { uri: expect.stringMatching(/^\/customers\//) } },
    });
    expect(body.items[0]).not.toHaveProperty('commitmentEndDate');
  });

  it('gives 400 of them at once too', async () => {
    const { items } = await subscriptions('Wide World Importers');
    expect(new Set(items.map(({ id }) => id)).size).toBe(400);
  });

  it('is an empty list for a customer who has none', async () => {
    expect(await subscriptions('Fabrikam Nederland B.V.')).toMatchObject({ totalCount: 0, items: [] });
  });
});

describe('GET /v1/customers/{id}/subscriptions/{id}', () => {
  it('gives what the list gives, as somebody has changed it in the portal', async () => {
    const customer = idOf('Wide World Importers') ?? '';
    const [first] = (await subscriptions('Wide World Importers')).items;
    const path = `/v1/customers/${customer}/subscriptions/${String(first?.['id'])}`;
    expect((await call(sandbox, path)).body).toEqual(first);
    const changed = await call(sandbox, `/_sandbox/subscriptions/${String(first?.['id'])}`, {
      method: 'PATCH',
      body: { subscription: { quantity: 7 } },
    });
    expect(changed.status).toBe(200);
    expect((await call(sandbox, path)).body).toEqual({ ...first, quantity: 7 });
  });

  it('answers 404 with code 20003 where the customer has no such one', async () => {
    const answer = await call(sandbox, `/v1/customers/${idOf('Wide World Importers')}/subscriptions/none`);
    expect([answer.status, answer.body['code']]).toEqual([404, 20003]);
    const changed = await call(sandbox, '/_sandbox/subscriptions/none', {
      method: 'PATCH',
      body: { subscription: {} },
    });
    expect(changed.status).toBe(404);
  });
});
