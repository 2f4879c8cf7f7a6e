import type { Engine } from '../../support/onEngine';
import { aConversation, aPost } from './samples';

export function sendsBehaviour({ open }: Engine): void {
  test('whatever is claimed counts as sent by whoever claimed it, and answers count too', async () => {
    const { conversations, outbox, sends } = await open();
    await conversations.save(aConversation('c'));
    await outbox.owe([aPost('r', 'c')]);
    const row = await outbox.claim('us', 50, 100);
    await outbox.claim('them', 50, 100);
    await sends.record({ conversationId: 'd', at: 60, by: 'them' });
    const every = { behind: 0, besides: [], now: 70 };
    const all = await sends.found(every);
    expect(all.map(({ conversationId, at, by, claimedUntil }) => [conversationId, at, by, claimedUntil])).toEqual([
      ['c', 50, 'us', 150],
      ['d', 60, 'them', null],
    ]);
    const [first, second] = all.map(({ id }) => id);
    const idsOf = async (query: object) => (await sends.found({ ...every, ...query })).map(({ id }) => id);
    expect(await idsOf({ behind: first })).toEqual([second]);
    expect(await idsOf({ behind: second, besides: [first] })).toEqual([first]);
    expect(await sends.found({ ...every, now: 150 })).toMatchObject([{ claimedUntil: null }, { claimedUntil: null }]);
    if (row) await outbox.complete(row, 70);
    expect(await sends.found(every)).toMatchObject([{ claimedUntil: null }, { claimedUntil: null }]);
  });

  test('a pause is the longest that was asked for, until it is over', async () => {
    const { sends } = await open();
    for (const until of [100, 300, 200]) await sends.pause({ conversationId: 'c', until });
    await sends.pause({ conversationId: 'd', until: 200 });
    expect(await sends.pausedAt(250)).toEqual([{ conversationId: 'c', until: 300 }]);
    expect(await sends.pausedAt(300)).toEqual([]);
  });

  test('what no limit looks back to is forgotten', async () => {
    const { sends } = await open();
    for (const at of [10, 20]) await sends.record({ conversationId: 'c', at, by: 'us' });
    await sends.pause({ conversationId: 'c', until: 15 });
    await sends.forget(20);
    const kept = await sends.found({ behind: 0, besides: [], now: 20 });
    expect(kept.map(({ at }) => at)).toEqual([20]);
    expect(await sends.pausedAt(0)).toEqual([]);
  });
}
