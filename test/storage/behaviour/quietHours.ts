import type { Engine } from '../../support/onEngine';
import { aConversation, aPost } from './samples';

export function quietHoursBehaviour({ open }: Engine): void {
  test('quiet hours are set, replaced and cleared, and come with the time zone of their conversation', async () => {
    const { conversations, quietHours } = await open();
    await conversations.save(aConversation('c', { timeZone: 'Europe/Stockholm' }));
    await conversations.save(aConversation('d'));
    const hours = { conversationId: 'c', from: '22:00', until: '07:00', setBy: 'Megan' };
    await quietHours.set({ ...hours, until: '06:00' });
    await quietHours.set(hours);
    expect(await quietHours.find('c')).toEqual(hours);
    expect(await quietHours.all()).toEqual([{ ...hours, timeZone: 'Europe/Stockholm' }]);
    await quietHours.clear('c');
    expect(await quietHours.all()).toEqual([]);
  });

  test('when they change, what is still to be said there is looked at again, and nothing else', async () => {
    const { conversations, warnings } = await open();
    for (const id of ['c', 'd']) await conversations.save(aConversation(id));
    for (const [referral, place] of [
      ['r1', 'c'],
      ['r2', 'c'],
      ['r1', 'd'],
    ] as const) {
      await warnings.begin(referral, place, 500);
    }
    const over = await warnings.find('r2', 'c');
    if (over) await warnings.save({ ...over, lookAt: null });
    await warnings.reconsiderIn('c', 100);
    expect((await warnings.due(200, 10)).map((row) => [row.referralId, row.conversationId])).toEqual([['r1', 'c']]);
  });

  test('posts that wait in a conversation are named and dropped, those that are being sent are not', async () => {
    const { conversations, outbox } = await open();
    for (const id of ['c', 'd']) await conversations.save(aConversation(id));
    await outbox.owe([aPost('r1', 'c'), aPost('r2', 'c', { dueAt: 900 }), aPost('r3', 'c'), aPost('r2', 'd')]);
    const claimed = await outbox.claim('us', 10, 100);
    expect(claimed).toMatchObject({ referralId: 'r1', conversationId: 'c' });
    expect((await outbox.waitingPosts('c')).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['r2', 'r3']);
    await outbox.dropPosts('c', ['r1', 'r2']);
    expect(await outbox.waitingPosts('c')).toEqual(['r3']);
    expect(await outbox.depth()).toMatchObject({ owed: 3 });
  });
}
