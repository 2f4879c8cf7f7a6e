import createRequest from '../fixtures/documented/create-referral.request.json';
import { call, list, people, referralsPath, type Json } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();
const post = (body: unknown, who = people.megan) => call(current.sandbox, referralsPath, { method: 'POST', who, body });
const without = (name: string) => Object.fromEntries(Object.entries(createRequest).filter(([key]) => key !== name));

describe('creating', () => {
  it.each(['type', 'customerProfile', 'consent', 'details'])('needs %s and says so', async (name) => {
    const { status, body } = await post(without(name));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalidRequest', target: name } });
    expect((await list(current.sandbox, {})).body.value).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['an unknown type', { ...createRequest, type: 'Private' }],
    ['a closed deal', { ...createRequest, status: 'Closed', substatus: 'Won' }],
    ['a status with a foreign substatus', { ...createRequest, status: 'Active', substatus: 'Pending' }],
    ['a property that only the service sets', { ...createRequest, direction: 'Incoming' }],
    ['an engagement that does not exist', { ...createRequest, engagementId: 'c5fbb3b6-be74-4795-9fb5-4324c73fed37' }],
    ['a profile that is no object', { ...createRequest, customerProfile: 'Contoso' }],
    ['a deal value in words', { ...createRequest, details: { dealValue: 'much' } }],
    ['a list', [createRequest]],
  ])('refuses %s', async (_what, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'invalidRequest' } });
  });

  it.each([
    ['New/Pending', { status: 'New', substatus: 'Pending' }],
    ['Active/Accepted', { status: 'Active', substatus: 'Accepted' }],
    ['no status', { status: undefined, substatus: undefined }],
  ])('with %s gives an Active/Accepted deal of the partner', async (_what, status) => {
    const { body } = await post({ ...createRequest, ...status, externalReferenceId: 'CRM-1' });
    expect(body).toMatchObject({ status: 'Active', substatus: 'Accepted', externalReferenceId: 'CRM-1' });
    const { body: stored } = await call(current.sandbox, `${referralsPath}/${String(body.id)}`);
    expect(stored).toMatchObject({ organizationName: 'Contoso Company', acceptedDateTime: body.createdDateTime });
    expect(current.sandbox.world.history(String(body.id))).toMatchObject([{ by: 'Megan Bowen', how: 'created' }]);
  });

  it('makes two deals of two POSTs: nothing upstream notices a repetition', async () => {
    await post(createRequest);
    await post(createRequest);
    expect((await list(current.sandbox, {})).body.value).toHaveLength(2);
  });
});

describe('a shared referral', () => {
  it('is a second POST that joins the engagement, both found by it', async () => {
    const { body: own } = await post(createRequest);
    const target = [{ type: 'BusinessProfileLocation', id: 'msft' }];
    const { status, body: invited } = await post({ ...createRequest, engagementId: own.engagementId, target });
    expect(status).toBe(201);
    expect(invited).toMatchObject({ engagementId: own.engagementId, target, organizationId: 'msft' });
    await post(createRequest);
    const related = (await list(current.sandbox, { $filter: `engagementId eq '${String(own.engagementId)}'` })).body;
    const found = related.value.map(({ id, direction }: Json) => `${String(id)} ${String(direction)}`);
    expect(new Set(found)).toEqual(new Set([own, invited].map(({ id }) => `${String(id)} Outgoing`)));
    expect(found).toHaveLength(2);
  });
});
