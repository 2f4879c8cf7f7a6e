import type { OutboxRow } from '../../../src/storage/owed';
import type { Store } from '../../../src/storage/store';
import type { Engine } from '../../support/onEngine';
import { aConversation, aPost, anUpdate } from './samples';

async function withConversations(store: Store, ...ids: string[]): Promise<Store['outbox']> {
  for (const id of ids) await store.conversations.save(aConversation(id));
  return store.outbox;
}

/** Claims, and fails the test when there is nothing to claim. */
async function claimed(outbox: Store['outbox'], now: number, leaseMs = 100, claimant = 'us'): Promise<OutboxRow> {
  const row = await outbox.claim(claimant, now, leaseMs);
  if (!row) throw new Error(`Nothing could be claimed at ${now}`);
  return row;
}

export function outboxBehaviour({ open }: Engine): void {
  test('a claim gives the whole row, with the lease and the attempt in it', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe([aPost('r', 'c', { position: 7, dueAt: 5 })]);
    expect(await outbox.claim('us', 4, 100)).toBeUndefined();
    expect(await outbox.claim('us', 5, 100)).toEqual({
      ...aPost('r', 'c', { position: 7, dueAt: 5 }),
      id: expect.any(Number),
      attempts: 1,
      claims: 1,
      claimedBy: 'us',
      claimedUntil: 105,
      lastError: null,
    });
  });

  test('within a conversation the lowest position goes first, then what was owed first, one at a time', async () => {
    const outbox = await withConversations(await open(), 'c');
    const owed = [
      aPost('third', 'c', { position: 2 }),
      aPost('first', 'c', { position: 1 }),
      aPost('fourth', 'c', { position: 2 }),
      anUpdate('second', 'c', { position: 1 }),
    ];
    await outbox.owe(owed);
    const order: string[] = [];
    for (let now = 10; order.length < owed.length; now++) {
      const row = await claimed(outbox, now);
      expect(await outbox.claim('another', now, 100)).toBeUndefined();
      await outbox.complete(row, now);
      order.push(row.referralId);
    }
    expect(order).toEqual(['first', 'second', 'third', 'fourth']);
    expect(await outbox.claim('us', 1_000, 100)).toBeUndefined();
  });

  test('conversations do not wait for each other, and excepted ones are left alone', async () => {
    const outbox = await withConversations(await open(), 'a', 'b', 'c');
    await outbox.owe(['a', 'b', 'c'].map((id) => aPost('r', id)));
    expect(await outbox.claim('us', 1, 100, ['a', 'b'])).toMatchObject({ conversationId: 'c' });
    expect(await outbox.claim('us', 1, 100, ['a', 'b'])).toBeUndefined();
    expect(await outbox.claim('us', 1, 100, ['a'])).toMatchObject({ conversationId: 'b' });
    expect(await outbox.claim('us', 1, 100)).toMatchObject({ conversationId: 'a' });
  });

  test('a claim that ran out is claimed anew, and its first holder can no longer do anything', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe([aPost('r', 'c')]);
    const lost = await claimed(outbox, 0, 100, 'dead');
    expect(await outbox.claim('us', 99, 100)).toBeUndefined();
    const row = await claimed(outbox, 100);
    expect(row).toMatchObject({ id: lost.id, attempts: 2, claimedBy: 'us', claimedUntil: 200 });

    expect(await outbox.complete(lost, 110)).toBe(false);
    expect(await outbox.postpone(lost, 500, 'late')).toBe(false);
    await outbox.release(lost);
    await outbox.bury(lost, 'late', 110);
    expect(await outbox.claim('third', 120, 100)).toBeUndefined();
    expect(await outbox.complete(row, 130)).toBe(true);
    expect(await outbox.complete(row, 140)).toBe(false);
  });

  test('the same claimant cannot end its second claim with its first', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe([aPost('r', 'c')]);
    const first = await claimed(outbox, 0, 100);
    const second = await claimed(outbox, 100, 100);
    expect(await outbox.complete(first, 110)).toBe(false);
    expect(await outbox.complete(second, 110)).toBe(true);
  });

  test('a claim that ran out and that nobody took can still be completed', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe([aPost('r', 'c')]);
    expect(await outbox.complete(await claimed(outbox, 0, 10), 5_000)).toBe(true);
  });

  test('a postponed row keeps its error and its attempts, and does not hold up those behind it', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe([aPost('old', 'c', { position: 1 }), aPost('new', 'c', { position: 2 })]);
    expect(await outbox.postpone(await claimed(outbox, 0), 500, 'Teams answered 502')).toBe(true);
    const next = await claimed(outbox, 1);
    expect(next.referralId).toBe('new');
    await outbox.complete(next, 2);
    expect(await outbox.depth()).toMatchObject({ owed: 1, retrying: 1, buried: 0 });
    expect(await outbox.claim('us', 499, 100)).toBeUndefined();
    expect(await claimed(outbox, 500)).toMatchObject({
      referralId: 'old',
      attempts: 2,
      lastError: 'Teams answered 502',
    });
  });

  test('a released row is due at once and counts as untried', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe([aPost('r', 'c')]);
    const released = await claimed(outbox, 0);
    await outbox.release(released);
    const row = await claimed(outbox, 0);
    expect(row).toMatchObject({ attempts: 1 });
    expect(await outbox.complete(released, 1)).toBe(false);
    expect(await outbox.complete(row, 1)).toBe(true);
  });

  test('a buried row is never claimed again, and counted', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe([aPost('r', 'c'), aPost('s', 'c', { position: 2, dueAt: 70 })]);
    await outbox.bury(await claimed(outbox, 0), 'refused', 10);
    expect(await outbox.claim('us', 60, 100)).toBeUndefined();
    expect(await outbox.depth()).toEqual({ owed: 1, retrying: 0, buried: 1, oldestDueAt: 70 });
  });

  test('a post is owed once for ever; the same post twice in one call is one', async () => {
    const outbox = await withConversations(await open(), 'c', 'd');
    await outbox.owe([aPost('r', 'c'), aPost('r', 'c'), aPost('r', 'd', { position: 2 })]);
    expect(await outbox.depth()).toMatchObject({ owed: 2 });
    await outbox.complete(await claimed(outbox, 0), 1);
    await outbox.bury(await claimed(outbox, 2), 'refused', 3);
    await outbox.owe([aPost('r', 'c'), aPost('r', 'd')]);
    expect(await outbox.depth()).toMatchObject({ owed: 0, buried: 1 });
  });

  test('more rows are owed in one call than either engine takes in one statement', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe(Array.from({ length: 11_000 }, (_, i) => aPost(`r${i}`, 'c', { position: i })));
    expect(await outbox.depth()).toMatchObject({ owed: 11_000 });
    await outbox.owe([]);
    expect(await claimed(outbox, 0)).toMatchObject({ referralId: 'r0' });
  });

  test('when the clock is set back, what was due stays due, and what was not waits on', async () => {
    const outbox = await withConversations(await open(), 'c', 'd');
    await outbox.owe([aPost('due', 'c', { dueAt: 900 }), aPost('later', 'd', { dueAt: 2_000 })]);
    await outbox.clockSetBack(1_000, 100);
    const due = await claimed(outbox, 100);
    expect(due).toMatchObject({ referralId: 'due' });
    await outbox.complete(due, 100);
    expect(await outbox.claim('us', 1_999, 100)).toBeUndefined();
    expect(await claimed(outbox, 2_000)).toMatchObject({ referralId: 'later' });
  });

  test('a claim that was made before the clock was set back, by more than clocks may differ, counts no more', async () => {
    const outbox = await withConversations(await open(), 'c');
    await outbox.owe([aPost('r', 'c')]);
    await claimed(outbox, 3_600_000, 30_000, 'the one that died');
    expect(await outbox.claim('us', 3_600_000 - 60_000, 30_000)).toBeUndefined();
    expect(await claimed(outbox, 3_600_000 - 60_001, 30_000)).toMatchObject({ referralId: 'r', claims: 2 });
  });

  test('nothing is owed to a conversation that nobody knows', async () => {
    const { outbox } = await open();
    await expect(outbox.owe([aPost('r', 'unknown')])).rejects.toThrow(/foreign key/i);
  });

  test('depth of an empty outbox', async () => {
    expect(await (await open()).outbox.depth()).toEqual({ owed: 0, retrying: 0, buried: 0, oldestDueAt: null });
  });
}
