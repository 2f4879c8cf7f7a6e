import { arriveAt, patch, people, readAt, replace, type Json } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();
const arrive = (partial?: Json) => arriveAt(current.sandbox, partial);
const read = (id: string) => readAt(current.sandbox, id);
const accept = replace({ status: 'Active', substatus: 'Accepted' });

describe('a PATCH', () => {
  it('is answered 204 without a body, and changes status, times and eTag', async () => {
    const { id, eTag, updatedDateTime } = arrive();
    const { status, body, headers } = await patch(current.sandbox, id, accept, { ifMatch: String(eTag) });
    expect([status, body]).toEqual([204, undefined]);
    const changed = await read(id);
    expect(changed).toMatchObject({ status: 'Active', substatus: 'Accepted', eTag: headers.get('etag') });
    expect(changed.eTag).not.toBe(eTag);
    expect(String(changed.updatedDateTime) > updatedDateTime).toBe(true);
    expect(changed.acceptedDateTime).toBe(changed.updatedDateTime);
  });

  it('is answered 200 with the referral when it prefers the representation', async () => {
    const { id } = arrive();
    const { status, body, headers } = await patch(current.sandbox, id, accept, { representation: true });
    expect(status).toBe(200);
    expect(body).toEqual(await read(id));
    expect(headers.get('preference-applied')).toBe('return=representation');
  });

  it('goes through without If-Match, or with *', async () => {
    const { id } = arrive();
    expect((await patch(current.sandbox, id, replace({ name: 'a' }))).status).toBe(204);
    expect((await patch(current.sandbox, id, replace({ name: 'b' }), { ifMatch: '*' })).status).toBe(204);
  });

  it.each([
    ['an older eTag', (eTag: string) => eTag],
    ['the eTag without its quotes', (eTag: string) => eTag.slice(1, -1)],
  ])('with %s is refused with 412 and changes nothing', async (_what, spell) => {
    const { id, eTag } = arrive();
    current.sandbox.world.referrals.changeInPortal(id, { name: 'someone was faster' });
    const before = await read(id);
    const ifMatch = spell(String(_what === 'an older eTag' ? eTag : before.eTag));
    const { status, body } = await patch(current.sandbox, id, accept, { ifMatch });
    expect(status).toBe(412);
    expect(body).toMatchObject({ error: { code: 'preconditionFailed', innerError: { code: 'resourceModified' } } });
    expect(await read(id)).toEqual(before);
  });

  it('leaves its author, its time and what it changed in the history', async () => {
    const { id, status, substatus } = arrive();
    await patch(current.sandbox, id, accept, { who: people.megan });
    const { updatedDateTime } = await read(id);
    expect(current.sandbox.world.history(id).at(-1)).toEqual({
      at: updatedDateTime,
      by: 'Megan Bowen',
      how: 'api',
      changes: [
        { path: '/status', before: status, after: 'Active' },
        { path: '/substatus', before: substatus, after: 'Accepted' },
      ],
    });
  });
});

it('answers 404 for a referral that does not exist', async () => {
  const { status, body } = await patch(current.sandbox, 'c5fbb3b6-be74-4795-9fb5-4324c73fed37', accept);
  expect(status).toBe(404);
  expect(body).toMatchObject({ error: { code: 'itemNotFound' } });
});
