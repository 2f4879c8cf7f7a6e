import type { Engine } from '../../support/onEngine';
import { aConversation, aPost, aWatch } from './samples';

export function conversationsBehaviour({ newDatabase, open }: Engine): void {
  test('a conversation is found as it was saved, and an unknown one is not', async () => {
    const { conversations } = await open();
    await conversations.save(aConversation('c'));
    expect(await conversations.find('c')).toEqual({
      ...aConversation('c'),
      greetedAt: null,
      removedAt: null,
      removedReason: null,
    });
    expect(await conversations.find('d')).toBeUndefined();
  });

  test('saving again refreshes what the activity tells, and keeps the rest and the installation', async () => {
    const { conversations } = await open();
    await conversations.save(aConversation('c'));
    await conversations.claimGreeting('c', 1_500);
    const told = {
      serviceUrl: 'https://smba.trafficmanager.net/amer/',
      locale: 'de-DE',
      timeZone: 'Asia/Tokyo',
      name: null,
      teamId: null,
    };
    await conversations.save(aConversation('c', { ...told, installedAt: 9_000 }));
    expect(await conversations.find('c')).toMatchObject({
      serviceUrl: told.serviceUrl,
      // Many read a channel: whoever spoke last does not choose its language and its time zone.
      locale: aConversation('c').locale,
      timeZone: aConversation('c').timeZone,
      name: 'Partner sales',
      teamId: '19:team@thread.tacv2',
      installedAt: 1_000,
      greetedAt: 1_500,
    });
  });

  test('a team has the conversations that are not removed, and no others', async () => {
    const { conversations } = await open();
    for (const id of ['c', 'd', 'gone']) await conversations.save(aConversation(id, { teamId: 'sales' }));
    await conversations.save(aConversation('elsewhere', { teamId: 'other' }));
    await conversations.remove('gone', 'The bot was removed', 2_000);
    expect((await conversations.inTeam('sales')).map(({ id }) => id).toSorted()).toEqual(['c', 'd']);
  });

  test('exactly one of many callers at once greets', async () => {
    const url = await newDatabase();
    const [one, two] = [await open(url), await open(url)];
    const { conversations } = one;
    await conversations.save(aConversation('c'));
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? one : two).conversations.claimGreeting('c', i)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await conversations.claimGreeting('unknown', 1)).toBe(false);
    await conversations.releaseGreeting('c');
    expect(await two.conversations.claimGreeting('c', 9)).toBe(true);
  });

  test('a removed conversation loses its watch and what is owed to it, and is not greeted', async () => {
    const { conversations, watches, outbox } = await open();
    for (const id of ['c', 'other']) {
      await conversations.save(aConversation(id));
      await watches.start(aWatch(`watch-${id}`, id));
    }
    await outbox.owe([aPost('r1', 'c'), aPost('r2', 'c'), aPost('r1', 'other', { position: 9 })]);
    const claimed = await outbox.claim('us', 10, 100);
    await conversations.remove('c', 'the bot was uninstalled', 20);
    await conversations.remove('c', 'a second time', 30);

    expect(await conversations.find('c')).toMatchObject({ removedAt: 20, removedReason: 'the bot was uninstalled' });
    expect((await watches.active()).map((watch) => watch.conversationId)).toEqual(['other']);
    expect(await outbox.depth()).toEqual({ owed: 1, retrying: 0, buried: 2, oldestDueAt: 0 });
    expect(claimed && (await outbox.complete(claimed, 40))).toBe(false);
    expect(await conversations.claimGreeting('c', 50)).toBe(false);
    await outbox.owe([aPost('r3', 'c')]);
    expect(await outbox.claim('us', 1_000, 100)).toMatchObject({ conversationId: 'other' });
    expect(await outbox.claim('us', 1_000, 100)).toBeUndefined();
  });

  test('installing again revives it, to be greeted anew and to be owed again', async () => {
    const { conversations, watches, outbox } = await open();
    await conversations.save(aConversation('c'));
    await conversations.claimGreeting('c', 1_500);
    await conversations.remove('c', 'uninstalled', 2_000);
    await conversations.save(aConversation('c', { installedAt: 3_000 }));
    expect(await conversations.find('c')).toMatchObject({
      installedAt: 3_000,
      greetedAt: null,
      removedAt: null,
      removedReason: null,
    });
    expect(await conversations.claimGreeting('c', 3_100)).toBe(true);
    expect(await watches.activeIn('c')).toBeUndefined();
    await outbox.owe([aPost('r', 'c')]);
    expect(await outbox.claim('us', 1, 1)).toMatchObject({ referralId: 'r' });
  });
}
