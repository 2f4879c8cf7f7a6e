import type { Store } from '../../../src/storage/store';
import type { Engine } from '../../support/onEngine';
import { aConversation, anEntry, aPost } from './samples';

const count = async (tx: Store) => {
  const before = Number((await tx.cursors.get('count')) ?? 0);
  await tx.cursors.set('count', String(before + 1));
};

export function transactionsBehaviour({ newDatabase, open }: Engine): void {
  async function twoStores(): Promise<readonly [Store, Store]> {
    const url = await newDatabase();
    return [await open(url), await open(url)];
  }

  test('all of it is kept, and what the work gives comes back', async () => {
    const store = await open();
    const given = await store.transaction(async (tx) => {
      await tx.conversations.save(aConversation('c'));
      await tx.ledger.save(anEntry('r'));
      await tx.outbox.owe([aPost('r', 'c')]);
      return tx.ledger.find('r');
    });
    expect(given).toEqual(anEntry('r'));
    expect(await store.outbox.depth()).toMatchObject({ owed: 1 });
  });

  test('when the work fails nothing of it is kept, and its error comes through as it is', async () => {
    const store = await open();
    const error = new Error('changed my mind');
    const failing = store.transaction(async (tx) => {
      await tx.conversations.save(aConversation('c'));
      await tx.transaction((inner) => inner.cursors.set('poll', 'inner'));
      await tx.conversations.remove('c', 'gone', 1);
      throw error;
    });
    await expect(failing).rejects.toBe(error);
    expect(await store.conversations.find('c')).toBeUndefined();
    expect(await store.cursors.get('poll')).toBeUndefined();
    await store.cursors.set('poll', 'after');
    expect(await store.cursors.get('poll')).toBe('after');
  });

  test('what runs beside a transaction is no part of it', async () => {
    const store = await open();
    let beside: Promise<void> | undefined;
    const failing = store.transaction(async (tx) => {
      await tx.cursors.set('within', '1');
      beside = store.cursors.set('beside', '1');
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await beside;
    expect(await store.cursors.get('beside')).toBe('1');
    expect(await store.cursors.get('within')).toBeUndefined();
  });

  test('two that read and then write the same row never lose a change', async () => {
    const stores = await twoStores();
    const all = Array.from({ length: 20 }, () => stores.map((store) => store.transaction(count)));
    await Promise.all(all.flat());
    expect(await stores[0].cursors.get('count')).toBe('40');
  });

  test('many claim at once: every row is carried out once, one at a time in each conversation', async () => {
    const stores = await twoStores();
    const ids = ['a', 'b', 'c'];
    for (const id of ids) await stores[0].conversations.save(aConversation(id));
    const owed = ids.flatMap((id) => Array.from({ length: 12 }, (_, i) => aPost(`r${i}`, id, { position: i })));
    await stores[0].outbox.owe(owed);
    const busy = new Set<string>();
    const done: string[] = [];
    let overlaps = 0;

    const work = async ({ outbox }: Store, claimant: string) => {
      while (done.length < owed.length) {
        const row = await outbox.claim(claimant, 1, 60_000);
        if (!row) continue;
        if (busy.has(row.conversationId)) overlaps++;
        busy.add(row.conversationId);
        await outbox.depth();
        busy.delete(row.conversationId);
        done.push(`${row.conversationId} ${row.referralId}`);
        await outbox.complete(row, 2);
      }
    };
    await Promise.all(stores.flatMap((store, s) => [1, 2].map((n) => work(store, `${s}-${n}`))));

    expect(overlaps).toBe(0);
    const inOrder = ids.map((id) => done.filter((row) => row.startsWith(id)));
    expect(inOrder).toEqual(ids.map((id) => Array.from({ length: 12 }, (_, i) => `${id} r${i}`)));
  });
}
