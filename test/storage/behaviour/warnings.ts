import type { Engine } from '../../support/onEngine';
import { aConversation, aPost, aWatch } from './samples';

export function warningsBehaviour({ open }: Engine): void {
  async function begun() {
    const store = await open();
    for (const id of ['c', 'd']) await store.conversations.save(aConversation(id));
    await store.warnings.begin('r', 'c', 10);
    await store.warnings.begin('r', 'd', 30);
    return store;
  }

  test('a reminder begins with the first card, and goes on when there is another one', async () => {
    const { warnings } = await begun();
    const row = { referralId: 'r', conversationId: 'c', postedAt: 10, rank: null, lookAt: 10, snoozedUntil: null };
    expect(await warnings.find('r', 'c')).toEqual(row);
    await warnings.save({ ...row, rank: 2, lookAt: 500, snoozedUntil: 400 });
    await warnings.begin('r', 'c', 20);
    expect(await warnings.find('r', 'c')).toEqual({ ...row, rank: 2, lookAt: 500, snoozedUntil: 400 });
    expect(await warnings.find('r', 'nowhere')).toBeUndefined();
  });

  test('what is due comes the longest due first, and no more than asked for', async () => {
    const { warnings } = await begun();
    expect(await warnings.due(9, 10)).toEqual([]);
    expect((await warnings.due(30, 10)).map((row) => row.conversationId)).toEqual(['c', 'd']);
    expect((await warnings.due(30, 1)).map((row) => row.conversationId)).toEqual(['c']);
    expect(await warnings.nextLookAt()).toBe(10);
  });

  test('what is over is not looked at until its referral changes', async () => {
    const { warnings } = await begun();
    for (const row of await warnings.due(30, 10)) await warnings.save({ ...row, lookAt: null });
    expect(await warnings.nextLookAt()).toBeUndefined();
    await warnings.reconsider('another', 90);
    expect(await warnings.due(100, 10)).toEqual([]);
    await warnings.reconsider('r', 90);
    expect(await warnings.due(100, 10)).toHaveLength(2);
  });

  test('a reminder that was sent can be owed again, and is dropped when the watch ends', async () => {
    const { outbox, watches } = await begun();
    await watches.start(aWatch('w', 'c'));
    const reminder = { ...aPost('r', 'c'), kind: 'warn' as const };
    await outbox.owe([reminder]);
    const claimed = await outbox.claim('us', 100, 10);
    if (!claimed) throw new Error('Nothing was owed');
    expect(claimed.kind).toBe('warn');
    await outbox.complete(claimed, 100);
    await outbox.owe([reminder]);
    expect(await outbox.depth()).toMatchObject({ owed: 1 });
    await watches.end('c', 'unwatch', 200);
    expect(await outbox.depth()).toMatchObject({ owed: 0 });
  });
}
