import type { Engine } from '../../support/onEngine';
import { aConversation } from './samples';

const daily = (conversationId: string, dueAt: number) => ({
  conversationId,
  weekday: null,
  time: '08:30',
  setBy: 'Megan',
  since: 5,
  dueAt,
});

export function digestsBehaviour({ newDatabase, open }: Engine): void {
  test('one is due once, to one process, and then at its next time', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    await stores[0]?.conversations.save(aConversation('c'));
    await stores[0]?.digests.set(daily('c', 100));
    expect(await stores[0]?.digests.claim(100, 130, ['b', 'c'])).toBeUndefined();
    const claims = await Promise.all(stores.map(({ digests }) => digests.claim(100, 130)));
    const [row] = claims.flatMap((claim) => claim ?? []);
    expect(claims.filter(Boolean)).toEqual([{ ...daily('c', 100), attempts: 1 }]);
    if (row) await stores[1]?.digests.settle(row, { since: 100, dueAt: 200 });
    expect(await stores[0]?.digests.claim(199, 230)).toBeUndefined();
    expect(await stores[0]?.digests.claim(200, 230)).toMatchObject({ since: 100, dueAt: 200, attempts: 1 });
  });

  test('a claim that has run out is taken by another, and one that is given back waits', async () => {
    const { conversations, digests } = await open();
    await conversations.save(aConversation('c'));
    await digests.set(daily('c', 0));
    await digests.claim(0, 30);
    expect(await digests.claim(29, 60)).toBeUndefined();
    const again = await digests.claim(30, 60);
    expect(again).toMatchObject({ attempts: 2 });
    if (again) await digests.postpone(again, 45);
    expect(await digests.claim(44, 90)).toBeUndefined();
    expect(await digests.claim(45, 90)).toMatchObject({ attempts: 3 });
  });

  test('a claim that was made before the clock was set back, by more than clocks may differ, counts no more', async () => {
    const { conversations, digests } = await open();
    await conversations.save(aConversation('c'));
    await digests.set(daily('c', 0));
    await digests.claim(3_600_000, 3_630_000);
    expect(await digests.claim(3_540_000, 3_570_000)).toBeUndefined();
    expect(await digests.claim(0, 30_000)).toMatchObject({ attempts: 2 });
  });

  test('one that is set anew while it is being sent stays as it was set, and what was not summed up stays', async () => {
    const { conversations, digests } = await open();
    await conversations.save(aConversation('c'));
    await digests.set(daily('c', 0));
    const row = await digests.claim(0, 30);
    await digests.set({ ...daily('c', 70), weekday: 3, since: 60 });
    if (row) await digests.settle(row, { since: 50, dueAt: 500 });
    expect(await digests.find('c')).toMatchObject({ weekday: 3, since: 5, dueAt: 70, attempts: 0 });
  });

  test('one that is ended is not there any more', async () => {
    const { conversations, digests } = await open();
    await conversations.save(aConversation('c'));
    await digests.set(daily('c', 0));
    expect([await digests.clear('c'), await digests.clear('c')]).toEqual([true, false]);
    expect(await digests.claim(0, 30)).toBeUndefined();
  });
}
