import type { OutboxRow } from '../../../src/storage/owed';
import type { Card, Store } from '../../../src/storage/store';
import type { Engine } from '../../support/onEngine';
import { aConversation, anEntry, aPost, aWatch } from './samples';

const size = { above: 2, most: 5 };

async function withFolding(store: Store): Promise<Store> {
  for (const id of ['c', 'd']) await store.conversations.save(aConversation(id));
  await store.folding.set({ conversationId: 'c', setBy: 'Megan' });
  return store;
}

/** Posts r1, r2, … with rising positions. */
const posts = (count: number, conversationId = 'c') =>
  Array.from({ length: count }, (_, at) => aPost(`r${at + 1}`, conversationId, { position: at + 1 }));

async function claimedBurst({ outbox }: Store, now: number): Promise<OutboxRow[]> {
  const row = await outbox.claim('us', now, 100);
  if (!row) throw new Error(`Nothing could be claimed at ${now}`);
  return outbox.claimBurst(row, now, size);
}

const names = (rows: readonly OutboxRow[]): string[] => rows.map(({ referralId }) => referralId);
const aLine = (referralId: string, changes: Partial<Card> = {}): Card => ({
  conversationId: 'c',
  activityId: 'list',
  referralId,
  postedAt: 5,
  sentAt: 5,
  shownVersion: 1,
  ...changes,
});

export function foldingBehaviour({ newDatabase, open }: Engine): void {
  test('folding is asked for once, by whoever came last, and ends', async () => {
    const { folding } = await withFolding(await open());
    await folding.set({ conversationId: 'c', setBy: 'Alex' });
    expect([await folding.find('c'), await folding.find('d')]).toEqual([
      { conversationId: 'c', setBy: 'Alex' },
      undefined,
    ]);
    expect([await folding.clear('c'), await folding.clear('c'), await folding.find('c')]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  test('more posts than so many that are due are one claim, which runs out for all of them', async () => {
    const store = await withFolding(await open());
    await store.outbox.owe([
      ...posts(3),
      aPost('later', 'c', { position: 4, dueAt: 50 }),
      aPost('elsewhere', 'd', { position: 9 }),
    ]);
    const burst = await claimedBurst(store, 0);
    expect(names(burst)).toEqual(['r1', 'r2', 'r3']);
    expect(burst.map(({ attempts, claims, claimedUntil }) => [attempts, claims, claimedUntil])).toEqual(
      Array.from({ length: 3 }, () => [1, 1, 100]),
    );
    const sends = await store.sends.found({ behind: 0, besides: [], now: 10 });
    expect(sends).toMatchObject([{ conversationId: 'c', by: 'us', claimedUntil: 100 }]);
    expect(await claimedBurst(store, 60)).toMatchObject([{ referralId: 'elsewhere' }]);
    expect(await store.outbox.claim('us', 99, 100)).toBeUndefined();
    const again = await claimedBurst(store, 101);
    expect(names(again)).toEqual(['r1', 'r2', 'r3', 'later']);
    const [first] = burst;
    expect(first && (await store.outbox.complete(first, 102))).toBe(false);
    for (const row of again) expect(await store.outbox.complete(row, 102)).toBe(true);
  });

  test('so many, or in a conversation that did not ask, are claimed one by one', async () => {
    const store = await withFolding(await open());
    await store.outbox.owe([...posts(2), ...posts(9, 'd').map((post) => ({ ...post, position: 10 }))]);
    expect([names(await claimedBurst(store, 0)), names(await claimedBurst(store, 0))]).toEqual([['r1'], ['r1']]);
  });

  test('more than fit on one card are taken in equal parts, so that none is left to come alone', async () => {
    const store = await withFolding(await open());
    await store.outbox.owe(posts(6));
    const first = await claimedBurst(store, 0);
    for (const row of first) await store.outbox.complete(row, 1);
    expect([names(first), names(await claimedBurst(store, 2))]).toEqual([
      ['r1', 'r2', 'r3'],
      ['r4', 'r5', 'r6'],
    ]);
  });

  test('a post whose claim was lost meanwhile is left to whoever has it now, with all the others', async () => {
    const url = await newDatabase();
    const [store, other] = [await withFolding(await open(url)), await open(url)];
    await store.outbox.owe(posts(3));
    const row = await store.outbox.claim('us', 0, 100);
    const taken = await other.outbox.claim('them', 101, 100);
    if (!row || !taken) throw new Error('Nothing could be claimed');
    expect(names(await store.outbox.claimBurst(row, 102, size))).toEqual([]);
    expect(names(await other.outbox.claimBurst(taken, 102, size))).toEqual(['r1', 'r2', 'r3']);
  });

  test('what a list card shows is asked for as a card of its own, once, and is no part of a burst', async () => {
    const store = await withFolding(await open());
    await store.outbox.owe(posts(3));
    for (const row of await claimedBurst(store, 0)) await store.outbox.complete(row, 1);
    await store.folded.save(['r1', 'r2', 'r3'].map((id) => aLine(id)));
    expect(await store.outbox.oweAsked(posts(3))).toBe(0);
    expect([await store.outbox.oweUnfolded(posts(3)), await store.outbox.oweUnfolded(posts(3))]).toEqual([3, 0]);
    const asked = await claimedBurst(store, 10);
    expect(names(asked)).toEqual(['r1']);
    for (const row of asked) await store.outbox.complete(row, 11);
    await store.cards.save(aLine('r1', { activityId: 'own' }));
    expect(await store.outbox.oweUnfolded(posts(1))).toBe(0);
    expect(await store.cards.shownIn('c', ['r1', 'r2'])).toEqual(new Set(['r1']));
  });

  test('what a list card shows counts as shown, is replaced when it is sent again, and is forgotten with its referral', async () => {
    const { watches, ledger, folded, cards } = await withFolding(await open());
    await watches.start(aWatch('w', 'c'));
    await ledger.save(anEntry('r1'));
    await ledger.save(anEntry('r2'));
    await folded.save([aLine('r1'), aLine('r2', { sentAt: 7 }), aLine('r1', { activityId: 'other', postedAt: 9 })]);
    await folded.save([aLine('r2', { postedAt: 99, sentAt: 8, shownVersion: 2 })]);
    expect(await folded.onCard('c', 'list')).toEqual([aLine('r1'), aLine('r2', { sentAt: 8, shownVersion: 2 })]);
    expect((await folded.ofReferral('r1')).map(({ activityId }) => activityId)).toEqual(['list', 'other']);
    expect((await ledger.shownIn('c', 0)).map(({ referralId }) => referralId).toSorted()).toEqual(['r1', 'r2']);
    await cards.save(aLine('r2', { activityId: 'own', sentAt: 3 }));
    expect(
      (await ledger.openShown('', 10)).map(({ entry, sentAt, timeZones }) => [entry.referralId, sentAt, timeZones]),
    ).toEqual([
      ['r1', 5, ['Europe/Stockholm']],
      ['r2', 3, ['Europe/Stockholm']],
    ]);
    await cards.forget(['r1']);
    expect([await folded.ofReferral('r1'), (await folded.onCard('c', 'list')).length]).toEqual([[], 1]);
  });
}
