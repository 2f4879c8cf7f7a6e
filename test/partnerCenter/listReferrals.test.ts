import listResponse from '../fixtures/documented/list-referrals.response.json';
import { odataString } from '../../src/partnerCenter/odataString';
import { documented } from './support/replay';
import { asSent, failureOf, megan, pagesOf, useClient } from './support/useClient';

const bench = useClient();
const path = '/v1.0/engagements/referrals';
const headers = {
  accept: 'application/json',
  authorization: 'Bearer secret-of-megan-for-referrals',
  'client-request-id': 'id-1',
};
const emptyPage = { body: '{"@odata.count":0,"value":[]}' };
const sent = () => bench.replay.requests.map(asSent);
const urls = () => bench.replay.requests.map(({ url }) => url);
const pageOf = (next: unknown, value: unknown[] = [{ id: 'r1' }]) => ({
  body: JSON.stringify({ value, '@odata.nextLink': next }),
});

describe('the list of referrals', () => {
  it('is asked for with encoded OData options and followed on our own base by the skiptoken alone', async () => {
    bench.reply({ body: documented('list-referrals.response') }, emptyPage);
    const query = {
      filter: `direction eq 'Incoming' and customerProfile/name eq ${odataString("O'Neil & Søn")}`,
      orderby: 'updatedDateTime desc',
      select: ['id', 'status'],
    } as const;
    expect(await pagesOf(bench.client.listReferrals(megan, query))).toEqual([listResponse.value, []]);
    expect(sent()).toEqual([
      {
        method: 'GET',
        url: `${path}?$select=id%2Cstatus&$filter=direction%20eq%20'Incoming'%20and%20customerProfile%2Fname%20eq%20'O''Neil%20%26%20S%C3%B8n'&$orderby=updatedDateTime%20desc`.replaceAll(
          "'",
          '%27',
        ),
        headers,
        body: '',
      },
      {
        method: 'GET',
        url: `${path}?$skiptoken=k181pEdP0ykypkieJfcxX`,
        headers: { ...headers, 'client-request-id': 'id-2' },
        body: '',
      },
    ]);
  });

  it('is asked for without a query when there is none', async () => {
    bench.reply(emptyPage);
    await pagesOf(bench.client.listReferrals(megan, {}));
    expect(urls()).toEqual([path]);
  });

  it.each([
    '{"value":[]}',
    '{"value":null}',
    '\uFEFF{"value":[],"@odata.nextLink":null}',
    '{"value":[],"@odata.nextLink":""}',
  ])('is one empty page when the answer is %s', async (body) => {
    bench.reply({ body });
    expect(await pagesOf(bench.client.listReferrals(megan, {}))).toEqual([[]]);
  });

  it('is not taken for an empty one when the answer is no list', async () => {
    bench.reply({ body: '{}' });
    const failure = await failureOf(pagesOf(bench.client.listReferrals(megan, {})));
    expect(failure.kind).toBe('unexpectedAnswer');
  });

  it('leaves out a referral that cannot be read, says so in the log, and keeps the others', async () => {
    const value = [{ id: 'first' }, { name: 'Fabrikam' }, null, { id: 'notes', details: { notes: 5 } }, { id: 'last' }];
    bench.reply(pageOf(undefined, value));
    expect(await pagesOf(bench.client.listReferrals(megan, {}))).toEqual([[{ id: 'first' }, { id: 'last' }]]);
    const warnings = bench.logged.filter((line) => line.includes('"level":40'));
    expect(warnings).toHaveLength(3);
    expect(warnings.join()).not.toContain('Fabrikam');
  });

  it('reads a field of another type as missing, and keeps unknown fields and values', async () => {
    const odd = {
      id: 'r',
      status: 'Paused',
      customerProfile: { ids: {}, address: { postalCode: 98052, city: 'Redmond' } },
    };
    bench.reply(pageOf(undefined, [{ ...odd, team: 'none', copilotInsights: { score: 1 } }]));
    expect(await pagesOf(bench.client.listReferrals(megan, {}))).toEqual([
      [
        {
          id: 'r',
          status: 'Paused',
          customerProfile: { ids: {}, address: { city: 'Redmond' } },
          copilotInsights: { score: 1 },
        },
      ],
    ]);
  });

  it('stops at the number that was asked for, though a next page is offered', async () => {
    const next = 'http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=abc';
    bench.reply(pageOf(next, [{ id: '1' }, { id: '2' }]), pageOf(next, [{ id: '3' }, { id: '4' }]));
    const pages = await pagesOf(bench.client.listReferrals(megan, { top: 3 }));
    expect(pages.flat().map((referral) => referral.id)).toEqual(['1', '2', '3']);
    expect(urls()).toEqual([`${path}?$top=3`, `${path}?$skiptoken=abc`]);
  });

  it('is read no further than its reader wants', async () => {
    bench.reply(pageOf('http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=abc'));
    const pages = bench.client.listReferrals(megan, {})[Symbol.asyncIterator]();
    expect(await pages.next()).toMatchObject({ done: false, value: [{ id: 'r1' }] });
    expect(urls()).toHaveLength(1);
  });

  it('ends at an empty skiptoken', async () => {
    bench.reply(pageOf('http://api.partner.microsoft.com/v1.0/referrals?$skiptoken='));
    expect(await pagesOf(bench.client.listReferrals(megan, {}))).toHaveLength(1);
    expect(urls()).toHaveLength(1);
  });

  it('fails rather than going round in a circle', async () => {
    const next = 'http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=again';
    bench.reply(pageOf(next), pageOf(next), pageOf(next));
    const failure = await failureOf(pagesOf(bench.client.listReferrals(megan, {})));
    expect(failure).toMatchObject({ kind: 'unexpectedAnswer', facts: { correlationId: 'id-2' } });
    expect(urls()).toHaveLength(2);
  });

  it.each([
    'https://api.partner.microsoft.com/v1.0/engagements/referrals?$skip=100',
    'nonsense',
    7,
    { uri: '?$skiptoken=a' },
  ])('fails rather than ending early at the next link %j', async (next) => {
    bench.reply(pageOf(next));
    const failure = await failureOf(pagesOf(bench.client.listReferrals(megan, {})));
    expect(failure.kind).toBe('unexpectedAnswer');
    expect(urls()).toHaveLength(1);
  });
});
