import type { OutboxRow } from '../../../src/storage/owed';
import type { Store } from '../../../src/storage/store';
import type { Engine } from '../../support/onEngine';
import { aConversation, aPost, anUpdate } from './samples';

async function claimed(outbox: Store['outbox'], now: number): Promise<OutboxRow> {
  const row = await outbox.claim('us', now, 100);
  if (!row) throw new Error(`Nothing could be claimed at ${now}`);
  return row;
}

export function outboxUpdatesBehaviour({ open }: Engine): void {
  async function outboxWith(...owed: Parameters<Store['outbox']['owe']>[0]): Promise<Store['outbox']> {
    const { conversations, outbox } = await open();
    await conversations.save(aConversation('c'));
    await conversations.save(aConversation('d'));
    await outbox.owe(owed);
    return outbox;
  }

  test('an update that is owed twice is sent once, at the earlier time', async () => {
    const outbox = await outboxWith(anUpdate('r', 'c', { dueAt: 50 }));
    await outbox.owe([anUpdate('r', 'c', { dueAt: 90 }), anUpdate('r', 'c', { dueAt: 80 })]);
    expect(await outbox.nextDueAt()).toBe(50);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 20 }), anUpdate('r', 'c', { dueAt: 30 })]);
    expect(await outbox.nextDueAt()).toBe(20);
    await outbox.complete(await claimed(outbox, 20), 21);
    expect(await outbox.depth()).toMatchObject({ owed: 0 });
  });

  test('an update that was carried out is owed anew, with its attempts counted from the start', async () => {
    const outbox = await outboxWith(anUpdate('r', 'c'));
    await outbox.complete(await claimed(outbox, 0), 1);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 40 })]);
    expect(await claimed(outbox, 40)).toMatchObject({ kind: 'update', attempts: 1, lastError: null });
  });

  test('an update that was buried is owed anew by a later change', async () => {
    const outbox = await outboxWith(anUpdate('r', 'c'));
    await outbox.bury(await claimed(outbox, 0), 'too large', 1);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 40 })]);
    expect(await outbox.depth()).toEqual({ owed: 1, retrying: 0, buried: 0, oldestDueAt: 40 });
  });

  test('what is owed while it is being sent can be told with it, unless its claim was lost', async () => {
    const outbox = await outboxWith(anUpdate('r', 'c'));
    const lost = await claimed(outbox, 10);
    const row = await claimed(outbox, 200);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 210 })]);
    await outbox.includeLater(row);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 220 })]);
    await outbox.includeLater(lost);
    await outbox.complete(row, 230);
    const again = await claimed(outbox, 240);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 250 })]);
    await outbox.includeLater(again);
    await outbox.complete(again, 260);
    expect(await outbox.depth()).toMatchObject({ owed: 0 });
  });

  test.each(['complete', 'bury'] as const)('what is owed while it is being sent survives its %s', async (how) => {
    const outbox = await outboxWith(anUpdate('r', 'c'));
    const row = await claimed(outbox, 10);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 30 })]);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 20 })]);
    await outbox.owe([anUpdate('r', 'c', { dueAt: 25 })]);
    expect(await outbox.claim('another', 30, 100)).toBeUndefined();
    await (how === 'complete' ? outbox.complete(row, 40) : outbox.bury(row, 'refused', 40));
    expect(await outbox.nextDueAt()).toBe(20);
    const again = await claimed(outbox, 40);
    expect(again).toMatchObject({ id: row.id, attempts: 1 });
    expect(await outbox.complete(again, 50)).toBe(true);
    expect(await outbox.nextDueAt()).toBeUndefined();
  });

  test.each(['postpone', 'release', 'the lease running out'])(
    'what is owed while it is being sent is carried out once after %s',
    async (how) => {
      const outbox = await outboxWith(anUpdate('r', 'c'));
      const row = await claimed(outbox, 10);
      await outbox.owe([anUpdate('r', 'c', { dueAt: 20 })]);
      if (how === 'postpone') await outbox.postpone(row, 110, 'Teams answered 502');
      if (how === 'release') await outbox.release(row);
      await outbox.complete(await claimed(outbox, 110), 120);
      expect(await outbox.depth()).toMatchObject({ owed: 0, buried: 0 });
    },
  );

  test('the next due time is that of the first row that can be claimed, claims taken into account', async () => {
    const outbox = await outboxWith(aPost('now', 'c'), aPost('behind', 'c', { position: 2, dueAt: 3 }));
    expect(await outbox.nextDueAt()).toBe(0);
    const row = await claimed(outbox, 10);
    expect(await outbox.nextDueAt()).toBe(110);
    await outbox.owe([aPost('other', 'd', { dueAt: 60 })]);
    expect(await outbox.nextDueAt()).toBe(60);
    await outbox.postpone(row, 500, 'later');
    expect(await outbox.nextDueAt()).toBe(3);
  });
}
