import type { NewsEntry, NewsTruth } from '../../../src/storage/news';
import type { Owed } from '../../../src/storage/owed';
import type { Engine } from '../../support/onEngine';
import { aConversation } from './samples';

const truth = (totalCharges: number): NewsTruth => ({ topic: 'invoice', invoice: { id: 'G1', totalCharges } });
const entry = (changes: Partial<NewsEntry> = {}): NewsEntry => ({
  subject: 'G1',
  conversationId: 'c',
  truth: truth(1),
  before: null,
  version: 1,
  readAt: 10,
  toldVersion: 0,
  activityId: null,
  postedAt: null,
  ...changes,
});
const owed = (dueAt: number): Owed => ({
  kind: 'news',
  referralId: 'G1',
  conversationId: 'c',
  activityId: '',
  position: dueAt,
  dueAt,
});

export function newsBehaviour({ open }: Engine): void {
  test('what a conversation is told of a thing is kept as it was last read, with what its card shows', async () => {
    const { conversations, news } = await open();
    for (const id of ['c', 'd']) await conversations.save(aConversation(id));
    await news.save(entry());
    await news.save(entry({ conversationId: 'd' }));
    await news.told(entry(), 'a', 20);
    expect(await news.find('G1', 'c')).toEqual(entry({ toldVersion: 1, activityId: 'a', postedAt: 20 }));
    const changed = entry({ truth: truth(2), before: truth(1), version: 2, toldVersion: 1, activityId: 'a' });
    await news.save(changed);
    await news.cardGone(changed);
    expect(await news.find('G1', 'c')).toEqual({ ...changed, activityId: null });
    expect(await news.find('G1', 'd')).toEqual(entry({ conversationId: 'd' }));
  });

  test('what waits in a conversation can be made due at another time, what is being sent and what waits elsewhere not', async () => {
    const { conversations, news, outbox } = await open();
    for (const id of ['c', 'd']) await conversations.save(aConversation(id));
    await outbox.owe([owed(1), { ...owed(2), referralId: 'G2' }, { ...owed(3), conversationId: 'd' }]);
    const held = await outbox.claim('p', 5, 30);
    expect(held).toMatchObject({ referralId: 'G1' });
    await news.fallDue('c', 50);
    if (held) await outbox.release(held);
    const due: unknown[] = [];
    for (let row = await outbox.claim('p', 49, 30); row; row = await outbox.claim('p', 49, 30)) {
      due.push([row.referralId, row.conversationId, row.dueAt]);
    }
    expect(due).toEqual([
      ['G1', 'c', 1],
      ['G1', 'd', 3],
    ]);
  });

  test('it is owed anew after it was told, and once more after a send that began before it changed', async () => {
    const { conversations, outbox } = await open();
    await conversations.save(aConversation('c'));
    await outbox.owe([owed(1)]);
    await outbox.owe([owed(2)]);
    const first = await outbox.claim('p', 5, 30);
    expect(first).toMatchObject({ kind: 'news', dueAt: 1 });
    await outbox.owe([owed(6)]);
    if (first) expect(await outbox.complete(first, 7)).toBe(true);
    const again = await outbox.claim('p', 8, 30);
    expect(again).toMatchObject({ kind: 'news', dueAt: 6 });
    if (again) await outbox.complete(again, 9);
    expect(await outbox.claim('p', 99, 30)).toBeUndefined();
    await outbox.owe([owed(100)]);
    expect(await outbox.claim('p', 100, 30)).toMatchObject({ dueAt: 100, attempts: 1 });
  });

  test('what is old is forgotten with what is owed for it, and so is what is named; the rest stays', async () => {
    const { conversations, news, outbox } = await open();
    await conversations.save(aConversation('c'));
    await news.save(entry());
    await news.save(entry({ subject: 'G2', readAt: 11 }));
    await news.save(entry({ subject: 'G3', readAt: 12 }));
    await outbox.owe([owed(1), { ...owed(1), kind: 'warn' }]);
    expect([await news.forgetOld(11), await news.forgetOld(11)]).toEqual([1, 0]);
    expect(await outbox.depth()).toMatchObject({ owed: 1 });
    expect(await news.forget([entry({ subject: 'G2' })])).toBe(1);
    expect((await news.all()).map(({ subject }) => subject)).toEqual(['G3']);
  });

  test('what waits to be told goes with the last watch of its conversation', async () => {
    const { conversations, watches, outbox } = await open();
    await conversations.save(aConversation('c'));
    const watch = { conversationId: 'c', ownerId: 'o', ownerName: 'Megan', startedAt: 1 };
    for (const news of ['invoices', 'subscriptions'] as const) {
      await watches.start({ id: news, ...watch, conditions: JSON.stringify({ news }) });
    }
    await outbox.owe([owed(1)]);
    await watches.end('c', 'test', 2, 'subscriptions');
    expect(await outbox.depth()).toMatchObject({ owed: 1 });
    await watches.end('c', 'test', 3);
    expect(await outbox.depth()).toMatchObject({ owed: 0 });
  });
}
