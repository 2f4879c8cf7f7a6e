import createRequest from '../fixtures/documented/create-referral.request.json';
import createResponse from '../fixtures/documented/create-referral.response.json';
import listResponse from '../fixtures/documented/list-referrals.response.json';
import type { ReferralResource } from '../../sandbox/referrals/referralResource';
import { call, list, people, referralsPath, type Json } from './call';
import { useSandbox } from './useSandbox';

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

describe('the documented create request', () => {
  const current = useSandbox({ now: () => Date.parse('2019-02-23T02:05:23.293Z') });
  const post = () =>
    call<typeof createResponse>(current.sandbox, referralsPath, {
      method: 'POST',
      who: people.megan,
      body: createRequest,
    });

  it('is answered with the documented response but for ids, ticks and eTag number', async () => {
    const { status, body } = await post();
    expect(status).toBe(201);
    const { id, engagementId, createdDateTime, eTag } = body;
    const uri = createResponse.links.self.uri.replace(createResponse.id, id);
    const related = createResponse.links.relatedReferrals.uri.replace(createResponse.engagementId, engagementId);
    expect(body).toEqual({
      ...createResponse,
      id,
      engagementId,
      createdDateTime,
      updatedDateTime: createdDateTime,
      eTag,
      links: { self: { uri, method: 'GET' }, relatedReferrals: { uri: related, method: 'GET' } },
    });
    expect(id).toMatch(guid);
    expect(engagementId).toMatch(guid);
  });

  it('comes back Active/Accepted, without closing date, with misspelt links, seven digits and a quoted eTag', async () => {
    const { body, headers } = await post();
    expect(createRequest).toMatchObject({ status: 'New', substatus: 'Pending' });
    expect(body).toMatchObject({ status: 'Active', substatus: 'Accepted', externalReferenceId: null });
    expect(body.details).not.toHaveProperty('closingDateTime');
    expect(body.links.self.uri).toContain('/engagments/referrals/');
    expect(body.createdDateTime).toMatch(/^2019-02-23T02:05:23\.293\d{4}Z$/);
    expect(body.eTag).toMatch(/^"[\da-f]{8}-0000-0000-0000-5c70aa630000"$/);
    expect(headers.get('etag')).toBe(body.eTag);
  });

  it('keeps the closing date and the direction for those who ask by id', async () => {
    const { body } = await post();
    const { body: stored } = await call(current.sandbox, `${referralsPath}/${body.id}`);
    expect(stored).toMatchObject({
      '@odata.context': 'https://api.partner.microsoft.com/v1.0/engagments/referrals/$metadata#Referrals/$entity',
      direction: 'Outgoing',
      details: { closingDateTime: createRequest.details.closingDateTime },
      links: body.links,
    });
  });
});

describe('the documented list request', () => {
  const current = useSandbox({ now: () => Date.parse('2020-10-31T00:00:00Z'), pageSize: 1 });
  const documented = listResponse.value[0] as unknown as ReferralResource;

  it('is answered with the documented response, next link included', async () => {
    current.sandbox.world.referrals.put(documented);
    const { status, body, headers } = await list(current.sandbox, { $orderby: 'createdDateTime desc' });
    expect(status).toBe(200);
    const prefix = 'http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=';
    expect(listResponse['@odata.nextLink']).toContain(prefix);
    expect(body['@odata.nextLink']?.startsWith(prefix)).toBe(true);
    expect(body).toEqual({ ...listResponse, '@odata.nextLink': body['@odata.nextLink'] });
    expect(headers.get('request-id')).toMatch(guid);
  });

  it('has an empty page behind the next link of the last full page', async () => {
    current.sandbox.world.referrals.put(documented);
    const first = await list(current.sandbox, { $orderby: 'createdDateTime desc' });
    const token = new URL(first.body['@odata.nextLink'] ?? '').searchParams.get('$skiptoken') ?? '';
    const { body } = await list(current.sandbox, { $skiptoken: token });
    expect(body).toEqual({ '@odata.context': listResponse['@odata.context'], '@odata.count': 0, value: [] });
  });

  it.each<[string, Json, number]>([
    ["engagementId eq '65edc0b5-3485-41b7-a17e-dfa9ef4706e2'", {}, 1],
    ["status eq 'New' and qualification eq 'SalesQualified'", {}, 0],
    ["status eq 'New' and qualification eq 'SalesQualified'", { qualification: 'SalesQualified' }, 1],
    ["customerProfile/address/country eq 'US' and direction eq 'Incoming'", {}, 1],
    ["customerProfile/address/country eq 'US' and direction eq 'Incoming'", { direction: 'Outgoing' }, 0],
    ["(type eq 'Shared' and direction eq 'Incoming')", {}, 0],
    ["(type eq 'Shared' and direction eq 'Incoming')", { type: 'Shared' }, 1],
    ["(direction eq 'Incoming' and substatus eq 'Pending')", {}, 1],
    [
      "status eq 'Active' and direction eq 'Outgoing' and type eq 'Shared' and team/any(t:t/email eq 'r2d2@contoso.com')",
      { status: 'Active', direction: 'Outgoing', type: 'Shared', team: [{ email: 'r2d2@contoso.com' }] },
      1,
    ],
    [
      "status eq 'Active' and direction eq 'Outgoing' and type eq 'Shared' and team/any(t:t/email eq 'r2d2@contoso.com')",
      { status: 'Active', direction: 'Outgoing', type: 'Shared', team: [{ email: 'c3po@contoso.com' }] },
      0,
    ],
  ])('takes the filter %s for %j', async ($filter, changes, found) => {
    current.sandbox.world.referrals.put({ ...documented, ...changes });
    const { body } = await list(current.sandbox, { $filter, $orderby: 'createdDateTime desc', $top: '10' });
    expect(body['@odata.count']).toBe(found);
  });

  it('takes the selection of the documentation', async () => {
    current.sandbox.world.referrals.put(documented);
    const { body } = await list(current.sandbox, { $select: 'id,status,customerProfile' });
    const { id, status, customerProfile } = documented;
    expect(body.value).toEqual([{ id, status, customerProfile }]);
  });
});
