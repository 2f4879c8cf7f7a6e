import type { Engine } from '../../support/onEngine';
import { aConversation, aPost } from './samples';

export function sendsBehaviour({ open }: Engine): void {
  test('whatever is claimed counts as sent by whoever claimed it, and answers count too', async () => {
    const { conversations, outbox, sends } = await open();
    await conversations.save(aConversation('c'));
    await outbox.owe([aPost('r', 'c')]);
    await outbox.claim('us', 50, 100);
    await outbox.claim('them', 50, 100);
    await sends.record({ conversationId: 'd', at: 60, by: 'them' });
    const all = await sends.after(0, 0);
    expect(all.map(({ conversationId, at, by }) => [conversationId, at, by])).toEqual([
      ['c', 50, 'us'],
      ['d', 60, 'them'],
    ]);
    expect(await sends.after(all[0]?.id ?? 0, 0)).toEqual([all[1]]);
    expect(await sends.after(0, 55)).toEqual([all[1]]);
  });

  test('a pause is what was said last, until it is over', async () => {
    const { sends } = await open();
    await sends.pause({ conversationId: 'c', until: 100 });
    await sends.pause({ conversationId: 'c', until: 300 });
    await sends.pause({ conversationId: 'd', until: 200 });
    expect(await sends.pausedAt(250)).toEqual([{ conversationId: 'c', until: 300 }]);
    expect(await sends.pausedAt(300)).toEqual([]);
  });

  test('what no limit looks back to is forgotten', async () => {
    const { sends } = await open();
    for (const at of [10, 20]) await sends.record({ conversationId: 'c', at, by: 'us' });
    await sends.pause({ conversationId: 'c', until: 15 });
    await sends.forget(20);
    expect((await sends.after(0, 0)).map(({ at }) => at)).toEqual([20]);
    expect(await sends.pausedAt(0)).toEqual([]);
  });
}
