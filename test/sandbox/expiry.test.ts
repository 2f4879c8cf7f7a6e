import { arriveAt, list, patch, readAt, replace, type Json } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();
const hour = 60 * 60 * 1000;
const day = 24 * hour;

const arrive = (partial: Json) => arriveAt(current.sandbox, partial);
const read = (id: string) => readAt(current.sandbox, id);

describe('a referral that nobody answers', () => {
  it.each<[string, Json, number]>([
    ['without an expiration date', { expirationDateTime: undefined }, 14 * day],
    ['whose expiration date is null', { expirationDateTime: null }, 14 * day],
    ['that was received', { substatus: 'Received', expirationDateTime: null }, 14 * day],
    ['with an early expiration date', { expirationDateTime: '2026-11-22T05:00:00.0000000Z' }, 20 * hour],
    ['with a late expiration date', { expirationDateTime: '2026-12-21T09:00:00.0000000Z' }, 30 * day],
  ])('%s expires when its time is over, not before', async (_what, partial, after) => {
    const { id, eTag } = arrive(partial);
    current.sandbox.world.clock.advance(after - 1);
    expect(await read(id)).toMatchObject({ status: 'New', eTag });
    current.sandbox.world.clock.advance(1);
    const expired = await read(id);
    expect(expired).toMatchObject({ status: 'Closed', substatus: 'Expired' });
    expect(expired.eTag).not.toBe(eTag);
    expect(Date.parse(String(expired.updatedDateTime))).toBe(Date.parse('2026-11-21T09:00:00Z') + after);
    expect(expired.closedDateTime).toBe(expired.updatedDateTime);
    expect(current.sandbox.world.history(id).at(-1)).toMatchObject({ how: 'expired', by: 'Partner Center' });
  });

  it('expires by the clock it was given, and is found so by a filter', async () => {
    const { id } = arrive({ expirationDateTime: null });
    await current.clock.advance(14 * day);
    const { body } = await list(current.sandbox, { $filter: "substatus eq 'Expired'" });
    expect(body.value).toMatchObject([{ id }]);
  });

  it('can no longer be accepted, whatever eTag is sent', async () => {
    const { id, eTag } = arrive({ expirationDateTime: null });
    current.sandbox.world.clock.advance(14 * day);
    const accept = replace({ status: 'Active', substatus: 'Accepted' });
    expect((await patch(current.sandbox, id, accept, { ifMatch: String(eTag) })).status).toBe(412);
    expect((await patch(current.sandbox, id, accept)).status).toBe(400);
  });
});

it('does not expire a referral that was answered', async () => {
  const { id } = arrive({ expirationDateTime: '2026-11-22T05:00:00.0000000Z' });
  await patch(current.sandbox, id, replace({ status: 'Active', substatus: 'Accepted' }));
  current.sandbox.world.clock.advance(400 * day);
  expect(await read(id)).toMatchObject({ status: 'Active' });
});
