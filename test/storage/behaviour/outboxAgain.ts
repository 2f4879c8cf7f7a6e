import type { OutboxRow } from '../../../src/storage/owed';
import type { Store } from '../../../src/storage/store';
import type { Engine } from '../../support/onEngine';
import { aConversation, aPost, aWatch, anUpdate } from './samples';

async function withConversations(store: Store, ...ids: string[]): Promise<Store['outbox']> {
  for (const id of ids) await store.conversations.save(aConversation(id));
  return store.outbox;
}

/** Claims, and fails the test when there is nothing to claim. */
async function claimed(outbox: Store['outbox'], now: number): Promise<OutboxRow> {
  const row = await outbox.claim('us', now, 100);
  if (!row) throw new Error(`Nothing could be claimed at ${now}`);
  return row;
}

export function outboxAgainBehaviour({ newDatabase, open }: Engine): void {
  test('a post that ended without a card is owed again when somebody asks for it, and counted once', async () => {
    const store = await open();
    const outbox = await withConversations(store, 'c', 'd');
    const asked = [aPost('buried', 'c'), aPost('done', 'c'), aPost('shown', 'c'), aPost('fresh', 'c')];
    await outbox.owe([aPost('buried', 'c'), aPost('done', 'c'), aPost('shown', 'd')]);
    await outbox.bury(await claimed(outbox, 0), 'refused', 1);
    await outbox.complete(await claimed(outbox, 2), 3);
    const card = { conversationId: 'c', activityId: '1', referralId: 'shown', postedAt: 1, sentAt: 1, shownVersion: 1 };
    await store.cards.save(card);
    expect(await outbox.oweAsked([...asked, aPost('done', 'c')])).toBe(3);
    expect(await outbox.oweAsked(asked)).toBe(0);
    expect(await outbox.depth()).toMatchObject({ owed: 4, buried: 0 });
    expect(await claimed(outbox, 10)).toMatchObject({ referralId: 'buried', attempts: 1, lastError: null });
  });

  test('of two who ask at the same moment one is told that it became owed', async () => {
    const url = await newDatabase();
    const [one, two] = [await open(url), await open(url)];
    await withConversations(one, 'c');
    const counts = await Promise.all([one, two, one].map(({ outbox }) => outbox.oweAsked([aPost('r', 'c')])));
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
  });

  test('asking does not touch a post that is being sent, and reaches no conversation that was removed', async () => {
    const store = await open();
    const outbox = await withConversations(store, 'c', 'gone');
    await store.conversations.remove('gone', 'uninstalled', 1);
    await outbox.owe([aPost('r', 'c')]);
    const row = await claimed(outbox, 0);
    expect(await outbox.oweAsked([aPost('r', 'c'), aPost('r', 'gone')])).toBe(0);
    expect(await outbox.complete(row, 1)).toBe(true);
    expect(await outbox.depth()).toMatchObject({ owed: 0 });
  });

  test('a post that was removed with its conversation can be asked for once it is installed again', async () => {
    const store = await open();
    const outbox = await withConversations(store, 'c');
    await outbox.owe([aPost('r', 'c')]);
    await store.conversations.remove('c', 'uninstalled', 1);
    await store.conversations.save(aConversation('c'));
    await outbox.owe([aPost('r', 'c')]);
    expect(await outbox.depth()).toMatchObject({ owed: 0, buried: 1 });
    expect(await outbox.oweAsked([aPost('r', 'c')])).toBe(1);
    expect(await outbox.depth()).toMatchObject({ owed: 1, buried: 0 });
  });

  test('what was given up is told by conversation and reason, and owed again where that is wanted', async () => {
    const store = await open();
    const outbox = await withConversations(store, 'c', 'd', 'gone');
    const rows = [aPost('1', 'c'), aPost('2', 'c'), aPost('3', 'd'), aPost('4', 'gone'), anUpdate('5', 'c')];
    await outbox.owe(rows);
    for (const [at, why] of [
      [10, 'refused'],
      [20, 'refused'],
      [30, 'too large'],
    ] as const) {
      await outbox.bury(await claimed(outbox, 0), why, at);
    }
    const [update, gone] = [await claimed(outbox, 0), await claimed(outbox, 0)];
    for (const row of [update, gone]) {
      await outbox.bury(row, row.kind === 'update' ? 'Teams answered 404 NotFound to PUT' : 'refused', 40);
    }
    await store.conversations.remove('gone', 'uninstalled', 50);
    expect(await outbox.givenUp(0, 9)).toEqual([
      { conversationId: 'd', conversationName: 'Partner sales', why: 'too large', rows: 1, latestAt: 30 },
      { conversationId: 'c', conversationName: 'Partner sales', why: 'refused', rows: 2, latestAt: 20 },
    ]);
    expect(await outbox.givenUp(25, 9)).toMatchObject([{ conversationId: 'd' }]);
    expect(await outbox.givenUp(0, 1)).toMatchObject([{ conversationId: 'd' }]);
    const shown = { conversationId: 'c', activityId: 'a', referralId: '2', postedAt: 1, sentAt: 1, shownVersion: 1 };
    await store.cards.save(shown);
    expect(await outbox.revive(60, [])).toBe(0);
    expect(await outbox.revive(60, ['c', 'gone'])).toBe(1);
    expect(await claimed(outbox, 60)).toMatchObject({ referralId: '1', attempts: 1, lastError: null });
    expect(await outbox.revive(70)).toBe(1);
    expect(await claimed(outbox, 70)).toMatchObject({ referralId: '3' });
  });

  test('a post that was withheld falls due anew when told so, where a watch runs, and by nothing else', async () => {
    const store = await open();
    const outbox = await withConversations(store, 'c', 'unwatched');
    await store.watches.start(aWatch('w', 'c'));
    await outbox.owe([aPost('r', 'c'), aPost('r', 'unwatched'), aPost('posted', 'c', { position: 2 })]);
    await outbox.withhold(await claimed(outbox, 0), 1);
    await outbox.withhold(await claimed(outbox, 2), 3);
    await outbox.complete(await claimed(outbox, 4), 5);
    await outbox.owe([aPost('r', 'c')]);
    expect(await outbox.depth()).toEqual({ owed: 0, retrying: 0, buried: 0, oldestDueAt: null });
    expect([await outbox.oweWithheld('posted', 50), await outbox.oweWithheld('r', 60)]).toEqual([0, 1]);
    expect(await outbox.depth()).toEqual({ owed: 1, retrying: 0, buried: 0, oldestDueAt: 60 });
    expect(await claimed(outbox, 60)).toMatchObject({ referralId: 'r', conversationId: 'c', attempts: 1 });
  });

  test.each(['withhold', 'complete'] as const)(
    'what changes while it is asked whether it may be shown counts after %s only if it was withheld',
    async (how) => {
      const store = await open();
      const outbox = await withConversations(store, 'c');
      await store.watches.start(aWatch('w', 'c'));
      await outbox.owe([aPost('r', 'c')]);
      const row = await claimed(outbox, 0);
      await outbox.oweWithheld('r', 20);
      await outbox[how](row, 30);
      expect(await outbox.nextDueAt()).toBe(how === 'withhold' ? 20 : undefined);
    },
  );
}
