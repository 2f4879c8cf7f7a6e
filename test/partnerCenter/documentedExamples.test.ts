import { all, clientOf, megan } from './support/client';
import { documented, type Replay, startReplay } from './support/replay';

let replay: Replay;
afterEach(() => replay.close());

describe('referrals, as documented', () => {
  it('reads the list sample, follows its nextLink by the token alone, on our own host', async () => {
    replay = await startReplay({ body: documented('list-referrals.response') }, { body: '{"value":[]}' });
    const query = { filter: "direction eq 'Incoming'", orderby: 'createdDateTime desc' } as const;
    const referrals = await all(clientOf(replay.origin).client.listReferrals(megan, query));
    expect(referrals).toMatchObject([
      { id: 'c5fbb3b6-be74-4795-9fb5-4324c73fed37', status: 'New', customerProfile: { name: 'Fabrikam Customer Inc' } },
    ]);
    expect(replay.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v1.0/engagements/referrals?$filter=direction%20eq%20%27Incoming%27&$orderby=createdDateTime%20desc',
      'GET /v1.0/engagements/referrals?$skiptoken=k181pEdP0ykypkieJfcxX',
    ]);
    expect(replay.requests[0]?.headers).toMatchObject({
      authorization: `Bearer sandbox.referrals.${megan.who}`,
      accept: 'application/json',
      'client-request-id': 'id-1',
    });
  });

  it('creates with the documented request and reads the documented answer', async () => {
    for (const status of [200, 201]) {
      replay = await startReplay({ status, body: documented('create-referral.response') });
      const body = JSON.parse(documented('create-referral.request')) as Record<string, unknown>;
      const created = await clientOf(replay.origin).client.createReferral(megan, body);
      expect(created).toMatchObject({ status: 'Active', engagementId: '37ef26aa-1d15-4533-9f93-a69bd33ab1e5' });
      expect(created.eTag).toBe('"00006d10-0000-0000-0000-5c70aa630000"');
      expect(replay.requests[0]).toMatchObject({ method: 'POST', url: '/v1.0/engagements/referrals' });
      expect(JSON.parse(replay.requests[0]?.body ?? '')).toEqual(body);
      if (status === 200) await replay.close();
    }
  });

  it('patches with the documented body, and the eTag byte for byte', async () => {
    replay = await startReplay({ body: documented('create-referral.response') });
    const operations = [
      { op: 'replace', path: '/status', value: 'Closed' },
      { op: 'replace', path: '/substatus', value: 'Won' },
    ] as const;
    const eTag = '"00006d10-0000-0000-0000-5c70aa630000"';
    await clientOf(replay.origin).client.patchReferral(megan, 'abc', eTag, operations);
    expect(replay.requests).toHaveLength(1);
    expect(replay.requests[0]).toMatchObject({
      method: 'PATCH',
      url: '/v1.0/engagements/referrals/abc',
      headers: { 'if-match': eTag, 'content-type': 'application/json', prefer: 'return=representation' },
      body: JSON.stringify(operations),
    });
  });

  it('takes the eTag from the header where the body leaves it out', async () => {
    replay = await startReplay({ body: '{"id":"abc","status":"New"}', headers: { etag: '"7"' } });
    expect((await clientOf(replay.origin).client.getReferral(megan, 'abc')).eTag).toBe('"7"');
  });

  it('asks for the referral when a PATCH is answered with 204', async () => {
    replay = await startReplay({ status: 204 }, { body: documented('create-referral.response') });
    const referral = await clientOf(replay.origin).client.patchReferral(megan, 'abc', '"1"', []);
    expect(referral.status).toBe('Active');
    expect(replay.requests.map(({ method }) => method)).toEqual(['PATCH', 'GET']);
  });

  it('keeps unknown fields and enum values, and leaves out an item that cannot be read', async () => {
    const value = [
      { id: 'a', status: 'Paused', novelty: { x: 1 } },
      { id: 5 },
      null,
      { id: 'b', details: { dealValue: '10000' } },
    ];
    replay = await startReplay({ body: JSON.stringify({ value }) });
    const referrals = await all(clientOf(replay.origin).client.listReferrals(megan, {}));
    expect(referrals).toEqual([value[0], value[3]]);
  });
});

describe('customers and subscriptions, as documented', () => {
  it('searches with the documented filter', async () => {
    replay = await startReplay({ body: documented('list-customers.page1') });
    const search = { field: 'CompanyName', startsWith: 'cont', size: 40 } as const;
    const page = await clientOf(replay.origin).client.findCustomers(megan, search);
    expect(page.customers.map((customer) => customer.companyProfile?.companyName)).toEqual([
      'Contoso Ltd.',
      'Contoso Deutschland GmbH',
    ]);
    expect(page.hasMore).toBe(true);
    expect(replay.requests[0]?.url).toBe(
      '/v1/customers?size=40&filter=%7B%22Field%22%3A%22CompanyName%22%2C%22Value%22%3A%22cont%22%2C%22Operator%22%3A%22starts_with%22%7D',
    );
    expect(replay.requests[0]?.headers).toMatchObject({
      authorization: `Bearer sandbox.partner-center.${megan.who}`,
      'ms-requestid': 'id-1',
      'ms-correlationid': 'id-1',
    });
  });

  it('pages with seekOperation=Next and the token as a header', async () => {
    replay = await startReplay(
      { body: documented('list-customers.page1') },
      { body: documented('list-customers.page2') },
    );
    const customers = await all(clientOf(replay.origin).client.listCustomers(megan));
    expect(customers).toHaveLength(3);
    expect(replay.requests[1]).toMatchObject({
      url: '/v1/customers?size=100&seekOperation=Next',
      headers: { 'ms-continuationtoken': 'AAMA==' },
    });
  });

  it('reads subscriptions, dates with stray blanks included', async () => {
    replay = await startReplay({ body: documented('list-subscriptions.response') });
    const subscriptions = await clientOf(replay.origin).client.listSubscriptions(megan, 'c 1/x');
    expect(subscriptions).toMatchObject([{ friendlyName: 'nickname', commitmentEndDate: '2016-12-12T08: 00: 00Z' }]);
    expect(replay.requests[0]?.url).toBe('/v1/customers/c%201%2Fx/subscriptions');
  });

  it('takes a collection without items for an empty one', async () => {
    replay = await startReplay({ body: '{"totalCount":0,"items":null}' });
    expect(await clientOf(replay.origin).client.listSubscriptions(megan, 'c')).toEqual([]);
  });
});
