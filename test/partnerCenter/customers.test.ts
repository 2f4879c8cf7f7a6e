import getCustomer from '../fixtures/documented/get-customer.response.json';
import page1 from '../fixtures/documented/list-customers.page1.json';
import page2 from '../fixtures/documented/list-customers.page2.json';
import subscriptions from '../fixtures/documented/list-subscriptions.response.json';
import { documented } from './support/replay';
import { asSent, failureOf, megan, pagesOf, useClient } from './support/useClient';

const bench = useClient();
const headers = {
  accept: 'application/json',
  authorization: 'Bearer secret-of-megan-for-partner-center',
  'ms-requestid': 'id-1',
  'ms-correlationid': 'id-1',
  'ms-contract-version': 'v1',
};
const sent = () => bench.replay.requests.map(asSent);
const urls = () => bench.replay.requests.map(({ url }) => url);
const next = (links: unknown, more: object = {}) => ({
  body: JSON.stringify({ items: [], links: { next: links }, ...more }),
});
const tokenHeader = (value: string) => ({ headers: [{ key: 'ms-continuationtoken', value }] });

describe('the list of customers', () => {
  it('is sought page by page: the token in a header, the size as at first', async () => {
    bench.reply({ body: documented('list-customers.page1') }, { body: documented('list-customers.page2') });
    expect(await pagesOf(bench.client.listCustomers(megan))).toEqual([page1.items, page2.items]);
    expect(sent()).toEqual([
      { method: 'GET', url: '/v1/customers?size=100', headers, body: '' },
      {
        method: 'GET',
        url: '/v1/customers?size=100&seekOperation=Next',
        headers: {
          ...headers,
          'ms-requestid': 'id-2',
          'ms-correlationid': 'id-2',
          'ms-continuationtoken': 'AAMA==',
        },
        body: '',
      },
    ]);
  });

  it('takes the token from the body when the link has no headers', async () => {
    bench.reply(next({ uri: 'https://elsewhere.example/customers' }, { continuationToken: 'body' }), {
      body: '{"totalCount":0}',
    });
    expect(await pagesOf(bench.client.listCustomers(megan))).toEqual([[], []]);
    expect(bench.replay.requests[1]?.headers['ms-continuationtoken']).toBe('body');
  });

  it('is not taken for an empty one when the answer is no collection', async () => {
    bench.reply({ body: '{}' });
    expect((await failureOf(pagesOf(bench.client.listCustomers(megan)))).kind).toBe('unexpectedAnswer');
  });

  it('ends where no next link is, token or not', async () => {
    bench.reply({ body: '{"items":null,"continuationToken":"left over","links":{"next":null}}' });
    expect(await pagesOf(bench.client.listCustomers(megan))).toEqual([[]]);
    expect(urls()).toHaveLength(1);
  });

  it('fails rather than going round in a circle', async () => {
    bench.reply(next(tokenHeader('a')), next(tokenHeader('b')), next(tokenHeader('a')), next(tokenHeader('b')));
    expect((await failureOf(pagesOf(bench.client.listCustomers(megan)))).kind).toBe('unexpectedAnswer');
    expect(urls()).toHaveLength(3);
  });

  it('fails rather than ending early where a next link has no token', async () => {
    bench.reply(next({ uri: '/customers?size=100&seekOperation=Next', headers: [] }));
    expect((await failureOf(pagesOf(bench.client.listCustomers(megan)))).kind).toBe('unexpectedAnswer');
  });

  it('leaves out a customer that cannot be read', async () => {
    bench.reply({ body: '{"items":[{"id":"a"},{"companyProfile":{}},"b",{"id":"c","companyProfile":7}]}' });
    expect(await pagesOf(bench.client.listCustomers(megan))).toEqual([[{ id: 'a' }, { id: 'c' }]]);
  });
});

describe('searching customers', () => {
  it('sends the documented filter and says that there are more', async () => {
    bench.reply({ body: documented('list-customers.page1') });
    const found = await bench.client.findCustomers(megan, { field: 'CompanyName', startsWith: 'cont', size: 40 });
    expect(found).toEqual({ customers: page1.items, hasMore: true });
    expect(urls()).toEqual([
      '/v1/customers?size=40&filter=%7B%22Field%22%3A%22CompanyName%22%2C%22Value%22%3A%22cont%22%2C%22Operator%22%3A%22starts_with%22%7D',
    ]);
  });

  it('goes on from page to page with the same filter', async () => {
    bench.reply({ body: documented('list-customers.page1') }, { body: documented('list-customers.page2') });
    const search = { field: 'Domain', startsWith: 'contoso' } as const;
    expect(await pagesOf(bench.client.listCustomers(megan, {}, search))).toEqual([page1.items, page2.items]);
    const filter = encodeURIComponent('{"Field":"Domain","Value":"contoso","Operator":"starts_with"}');
    const first = `/v1/customers?size=100&filter=${filter}`;
    expect(urls()).toEqual([first, `${first}&seekOperation=Next`]);
  });

  it('sends what was typed as a value, whatever it is', async () => {
    bench.reply({ body: documented('list-customers.page2') });
    const startsWith = `"}&size=1#\\ Zürich 東京 ' \u202E`;
    const found = await bench.client.findCustomers(megan, { field: 'Domain', startsWith });
    expect(found).toEqual({ customers: page2.items, hasMore: false });
    const { searchParams } = new URL(urls()[0] ?? '', 'http://x');
    expect([...searchParams.keys()]).toEqual(['size', 'filter']);
    expect(JSON.parse(searchParams.get('filter') ?? '')).toEqual({
      Field: 'Domain',
      Value: startsWith,
      Operator: 'starts_with',
    });
  });
});

describe('one customer', () => {
  it('is read by its id, with the fields that the list lacks', async () => {
    bench.reply({ body: documented('get-customer.response') });
    expect(await bench.client.getCustomer(megan, getCustomer.id)).toEqual(getCustomer);
    expect(sent()).toEqual([{ method: 'GET', url: `/v1/customers/${getCustomer.id}`, headers, body: '' }]);
  });

  it('is read where fields are missing, new or of another type', async () => {
    const odd = { billingProfile: 'none', allowDelegatedAccess: 'yes', customDomains: [7] };
    const kept = {
      id: 'a',
      companyProfile: { companyName: 'A', email: null, address: { city: 'Oslo', county: 'Oslo' } },
      novelty: { deep: [1] },
    };
    bench.reply({ body: JSON.stringify({ ...kept, ...odd }) });
    expect(await bench.client.getCustomer(megan, 'a')).toEqual(kept);
  });

  it.each(['', '..'])('is not found, without a request, by the id "%s"', async (nothing) => {
    expect((await failureOf(bench.client.getCustomer(megan, nothing))).kind).toBe('notFound');
    expect((await failureOf(bench.client.listSubscriptions(megan, nothing))).kind).toBe('notFound');
    expect(urls()).toEqual([]);
  });
});

describe('the subscriptions of a customer', () => {
  it('are read as they are', async () => {
    bench.reply({ body: documented('list-subscriptions.response') });
    expect(await bench.client.listSubscriptions(megan, getCustomer.id)).toEqual(subscriptions.items);
    expect(sent()).toEqual([
      { method: 'GET', url: `/v1/customers/${getCustomer.id}/subscriptions`, headers, body: '' },
    ]);
  });

  it('are read to the last page, should pages come', async () => {
    bench.reply(
      { body: JSON.stringify({ items: [{ id: 'a' }], links: { next: tokenHeader('t') } }) },
      { body: '{"items":[{"id":"b","quantity":"many"}]}' },
    );
    expect(await bench.client.listSubscriptions(megan, 'c')).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(urls()).toEqual(['/v1/customers/c/subscriptions', '/v1/customers/c/subscriptions?seekOperation=Next']);
  });
});
