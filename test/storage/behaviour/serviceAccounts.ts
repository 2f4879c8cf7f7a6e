import type { ServiceAccount } from '../../../src/storage/serviceAccount';
import type { Engine } from '../../support/onEngine';
import { aConversation } from './samples';

const anAccount = (changes: Partial<ServiceAccount> = {}): ServiceAccount => ({
  connectionId: 'first',
  accountId: 'oid',
  accountName: 'desk@contoso-partner.example',
  connectedById: 'aad-1',
  connectedByName: 'Åsa Öberg',
  connectedAt: 1_000,
  refreshedAt: 1_000,
  endedAt: null,
  endedWhy: null,
  endedCode: null,
  ...changes,
});

const aNotice = (conversationId: string, id = 'ended first') =>
  ({ id, conversationId, kind: 'accountEnded', account: anAccount() }) as const;

export function serviceAccountsBehaviour({ newDatabase, open }: Engine): void {
  test('there is one account, which the next one takes the place of', async () => {
    const { serviceAccounts } = await open();
    expect(await serviceAccounts.find()).toBeUndefined();
    await serviceAccounts.save(anAccount());
    await serviceAccounts.save(anAccount({ connectionId: 'second', accountName: 'other' }));
    expect(await serviceAccounts.find()).toEqual(anAccount({ connectionId: 'second', accountName: 'other' }));
    expect(await serviceAccounts.remove()).toMatchObject({ connectionId: 'second' });
    expect(await serviceAccounts.remove()).toBeUndefined();
  });

  test('the end of a connection is noted once, and not of another one', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    const [{ serviceAccounts }] = stores as [(typeof stores)[0]];
    await serviceAccounts.save(anAccount());
    expect(await serviceAccounts.end('before', 5, 'revoked', null)).toBe(false);
    const ends = stores.flatMap((store) =>
      [1, 2].map(() => store.serviceAccounts.end('first', 5, 'password', 'AADSTS50173')),
    );
    expect((await Promise.all(ends)).filter(Boolean)).toHaveLength(1);
    expect(await serviceAccounts.find()).toEqual(
      anAccount({ endedAt: 5, endedWhy: 'password', endedCode: 'AADSTS50173' }),
    );
  });

  test('a refresh is noted for its own connection', async () => {
    const { serviceAccounts } = await open();
    await serviceAccounts.save(anAccount());
    await serviceAccounts.refreshed('before', 2_000);
    expect(await serviceAccounts.find()).toMatchObject({ refreshedAt: 1_000 });
    await serviceAccounts.refreshed('first', 2_000);
    expect(await serviceAccounts.find()).toMatchObject({ refreshedAt: 2_000 });
  });

  test('a notice is owed once per conversation and claimed by one process at a time', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    const [{ conversations, notices }] = stores as [(typeof stores)[0]];
    await conversations.save(aConversation('c'));
    await notices.owe([aNotice('c')], 10);
    await notices.owe([aNotice('c')], 10);
    expect(await notices.claim(9, 100)).toBeUndefined();
    const claims = await Promise.all(stores.flatMap((store) => [1, 2].map(() => store.notices.claim(10, 100))));
    expect(claims.filter(Boolean)).toEqual([{ ...aNotice('c'), attempts: 1 }]);
    const again = await notices.claim(100, 200);
    expect(again).toMatchObject({ attempts: 2 });
    if (again) await notices.sent(again, 150);
    await notices.owe([aNotice('c')], 10);
    expect(await notices.claim(1_000, 2_000)).toBeUndefined();
  });

  test('a claim of a notice that was made before the clock was set back counts no more', async () => {
    const { conversations, notices } = await open();
    await conversations.save(aConversation('c'));
    await notices.owe([aNotice('c')], 0);
    await notices.claim(3_600_000, 3_630_000);
    expect(await notices.claim(3_540_000, 3_570_000)).toBeUndefined();
    expect(await notices.claim(0, 30_000)).toMatchObject({ attempts: 2 });
  });

  test('a notice is put off, or dropped', async () => {
    const { conversations, notices } = await open();
    await conversations.save(aConversation('c'));
    await notices.owe([aNotice('c')], 10);
    const claimed = await notices.claim(10, 100);
    if (claimed) await notices.postpone(claimed, 50);
    expect(await notices.claim(49, 100)).toBeUndefined();
    const later = await notices.claim(50, 100);
    expect(later).toMatchObject({ attempts: 2 });
    if (later) await notices.drop(later);
    expect(await notices.claim(1_000, 2_000)).toBeUndefined();
  });

  test('what is settled is told to nobody any more, and who was told is known', async () => {
    const { conversations, notices } = await open();
    for (const id of ['told', 'untold']) await conversations.save(aConversation(id));
    await notices.owe([aNotice('told'), aNotice('untold'), aNotice('untold', 'ended other')], 10);
    const first = await notices.claim(10, 100);
    expect(first).toMatchObject({ conversationId: 'told' });
    if (first) await notices.sent(first, 20);
    expect(await notices.settle('ended first')).toEqual(['told']);
    expect(await notices.claim(10, 100)).toMatchObject({ id: 'ended other' });
    expect(await notices.claim(10, 100)).toBeUndefined();
  });
}
