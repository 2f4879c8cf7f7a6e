import type { Engine } from '../../support/onEngine';
import { aConversation, aPost, aWatch, anUpdate } from './samples';

export function watchesBehaviour({ newDatabase, open }: Engine): void {
  test('starting twice in one conversation gives the watch that already runs', async () => {
    const { conversations, watches } = await open();
    await conversations.save(aConversation('c'));
    const first = await watches.start(aWatch('w1', 'c'));
    const second = await watches.start(aWatch('w2', 'c'));
    expect(first).toEqual({
      watch: { ...aWatch('w1', 'c'), conditions: '{}', pausedUntil: null, endedAt: null, endedReason: null },
      started: true,
    });
    expect(second).toEqual({ watch: first.watch, started: false });
    expect(await watches.activeIn('c')).toEqual(first.watch);
    expect(await watches.active()).toEqual([first.watch]);
  });

  test('of many starts at the same moment one wins, and all get the same watch', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    await stores[0]?.conversations.save(aConversation('c'));
    const starts = await Promise.all(
      stores.flatMap((store, i) => [1, 2, 3].map((n) => store.watches.start(aWatch(`${i}-${n}`, 'c')))),
    );
    expect(starts.filter((start) => start.started)).toHaveLength(1);
    expect(new Set(starts.map((start) => start.watch.id)).size).toBe(1);
  });

  test('a person is told of watches that ended with their conversation, not of those that somebody ended', async () => {
    const { conversations, watches } = await open();
    for (const id of ['gone', 'ended', 'back']) {
      await conversations.save(aConversation(id, { name: id }));
      await watches.start(aWatch(id, id));
    }
    await watches.start({ ...aWatch('second', 'gone'), conditions: '{"kinds":["lead"]}' });
    await watches.end('ended', 'unwatch', 20);
    for (const id of ['gone', 'back', 'ended']) await conversations.remove(id, 'blocked', 30);
    await conversations.save(aConversation('back'));
    expect(await watches.lost('aad-1', 0)).toEqual([{ conversationName: 'gone', endedAt: 30, endedReason: 'blocked' }]);
    expect(await watches.lost('aad-1', 31)).toEqual([]);
    expect(await watches.lost('somebody else', 0)).toEqual([]);
  });

  const leads = '{"kinds":["lead"]}';

  test('watches with different conditions run beside each other, each once', async () => {
    const { conversations, watches } = await open();
    for (const id of ['c', 'other']) await conversations.save(aConversation(id));
    await watches.start(aWatch('all', 'c'));
    await watches.start({ ...aWatch('leads', 'c'), startedAt: 5_000, conditions: leads });
    await watches.start({ ...aWatch('elsewhere', 'other'), conditions: leads });
    const again = await watches.start({ ...aWatch('again', 'c'), conditions: leads });
    expect(again).toMatchObject({ started: false, watch: { id: 'leads', conditions: leads } });
    expect((await watches.allIn('c')).map(({ id }) => id)).toEqual(['all', 'leads']);
    expect(await watches.active()).toHaveLength(3);
  });

  test('of many starts with the same conditions at the same moment one wins', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    await stores[0]?.conversations.save(aConversation('c'));
    await Promise.all(
      stores.flatMap((store, i) =>
        ['{}', leads, leads].map((conditions, n) => store.watches.start({ ...aWatch(`${i}-${n}`, 'c'), conditions })),
      ),
    );
    const running = (await stores[0]?.watches.allIn('c')) ?? [];
    expect(running.map(({ conditions }) => conditions).toSorted()).toEqual([leads, '{}'].toSorted());
  });

  test('the conditions and the pause of a watch change, unless it has ended or would be another one', async () => {
    const { conversations, watches } = await open();
    await conversations.save(aConversation('c'));
    await watches.start(aWatch('all', 'c'));
    await watches.start({ ...aWatch('leads', 'c'), conditions: leads });
    expect(await watches.change('leads', { pausedUntil: 7_000 })).toBe(true);
    expect(await watches.change('leads', { conditions: '{"countries":["DE"]}' })).toBe(true);
    expect(await watches.change('leads', { conditions: '{}' })).toBe(false);
    expect((await watches.allIn('c')).find(({ id }) => id === 'leads')).toMatchObject({
      conditions: '{"countries":["DE"]}',
      pausedUntil: 7_000,
    });
    await watches.end('c', 'removed', 9_000, 'leads');
    expect(await watches.change('leads', { pausedUntil: null })).toBe(false);
  });

  test('one of several ends alone; with the last one goes what was owed', async () => {
    const { conversations, watches, outbox } = await open();
    await conversations.save(aConversation('c'));
    await watches.start(aWatch('all', 'c'));
    await watches.start({ ...aWatch('leads', 'c'), conditions: leads });
    await outbox.owe([aPost('r', 'c')]);
    expect(await watches.end('c', 'removed', 20, 'leads')).toBe(true);
    expect(await watches.end('c', 'removed', 20, 'leads')).toBe(false);
    expect((await watches.allIn('c')).map(({ id }) => id)).toEqual(['all']);
    expect(await outbox.depth()).toMatchObject({ owed: 1 });
    expect(await watches.end('c', 'removed', 30, 'all')).toBe(true);
    expect(await outbox.depth()).toMatchObject({ owed: 0 });
  });

  test('unwatching ends all of them', async () => {
    const { conversations, watches } = await open();
    await conversations.save(aConversation('c'));
    await watches.start(aWatch('all', 'c'));
    await watches.start({ ...aWatch('leads', 'c'), conditions: leads });
    expect(await watches.end('c', 'unwatch', 20)).toBe(true);
    expect(await watches.allIn('c')).toEqual([]);
  });

  test('a watch needs a conversation', async () => {
    const { watches } = await open();
    await expect(watches.start(aWatch('w', 'unknown'))).rejects.toThrow(/foreign key/i);
  });

  test('ending drops the posts that nobody has claimed, and only those', async () => {
    const { conversations, watches, outbox } = await open();
    for (const id of ['c', 'other']) {
      await conversations.save(aConversation(id));
      await watches.start(aWatch(`w-${id}`, id));
    }
    await outbox.owe([
      aPost('r1', 'c'),
      aPost('r2', 'c'),
      anUpdate('r0', 'c', { position: 5 }),
      aPost('r1', 'other', { position: 6 }),
    ]);
    const claimed = await outbox.claim('us', 10, 100);
    expect(claimed).toMatchObject({ referralId: 'r1', conversationId: 'c' });

    expect(await watches.end('c', 'unwatch', 20)).toBe(true);
    expect(await watches.end('c', 'unwatch', 30)).toBe(false);
    expect(await watches.activeIn('c')).toBeUndefined();
    expect(claimed && (await outbox.complete(claimed, 40))).toBe(true);
    expect(await outbox.claim('us', 50, 100)).toMatchObject({ kind: 'update', conversationId: 'c' });
    expect(await outbox.claim('us', 50, 100)).toMatchObject({ kind: 'post', conversationId: 'other' });
    expect(await outbox.depth()).toMatchObject({ owed: 2, buried: 0 });
  });

  test('after an end a new watch starts, and a post that was dropped can be owed again', async () => {
    const { conversations, watches, outbox } = await open();
    await conversations.save(aConversation('c'));
    await watches.start(aWatch('w1', 'c'));
    await outbox.owe([aPost('r', 'c')]);
    await watches.end('c', 'unwatch', 20);
    expect(await outbox.nextDueAt()).toBeUndefined();
    expect(await watches.start(aWatch('w2', 'c'))).toMatchObject({ started: true, watch: { id: 'w2' } });
    await outbox.owe([aPost('r', 'c')]);
    expect(await outbox.depth()).toMatchObject({ owed: 1 });
  });

  test('the latest watch of a conversation is known also when it has ended', async () => {
    const { conversations, watches } = await open();
    await conversations.save(aConversation('c'));
    expect(await watches.latestIn('c')).toBeUndefined();
    await watches.start(aWatch('w1', 'c'));
    await watches.end('c', 'unwatch', 3_000);
    expect(await watches.latestIn('c')).toMatchObject({ id: 'w1', endedAt: 3_000 });
    await watches.start({ ...aWatch('w2', 'c'), startedAt: 4_000 });
    expect(await watches.latestIn('c')).toMatchObject({ id: 'w2', endedAt: null });
  });

  test('active watches come oldest first', async () => {
    const { conversations, watches } = await open();
    for (const [id, startedAt] of [
      ['late', 30],
      ['early', 10],
      ['middle', 20],
    ] as const) {
      await conversations.save(aConversation(id));
      await watches.start({ ...aWatch(id, id), startedAt });
    }
    expect((await watches.active()).map((watch) => watch.id)).toEqual(['early', 'middle', 'late']);
  });
}
