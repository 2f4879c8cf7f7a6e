import type { Secret } from '../../../src/storage/secret';
import type { Engine } from '../../support/onEngine';

const aSecret = (changes: Partial<Secret> = {}): Secret => ({
  name: 'service account',
  version: 'v1',
  keyId: 'k1',
  sealed: 'c2VhbGVk',
  expiresAt: null,
  ...changes,
});

export function secretsBehaviour({ newDatabase, open }: Engine): void {
  test('a secret comes back as it was written, and is removed', async () => {
    const { secrets } = await open();
    expect(await secrets.find('service account', 0)).toBeUndefined();
    expect(await secrets.save(aSecret(), null)).toBe(true);
    expect(await secrets.find('service account', 0)).toEqual(aSecret());
    await secrets.remove('service account');
    expect(await secrets.find('service account', 0)).toBeUndefined();
  });

  test('only whoever knows the present version replaces it', async () => {
    const { secrets } = await open();
    await secrets.save(aSecret(), null);
    expect(await secrets.save(aSecret({ version: 'v2' }), null)).toBe(false);
    expect(await secrets.save(aSecret({ version: 'v2' }), 'v0')).toBe(false);
    expect(await secrets.save(aSecret({ version: 'v2' }), 'v1')).toBe(true);
    expect(await secrets.save(aSecret({ version: 'v3' }), 'v1')).toBe(false);
    expect(await secrets.find('service account', 0)).toMatchObject({ version: 'v2' });
  });

  test('of many writers at the same moment one wins', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    await stores[0]?.secrets.save(aSecret(), null);
    const writes = stores.flatMap(({ secrets }, i) =>
      [1, 2, 3].map((n) => secrets.save(aSecret({ version: `${i}-${n}` }), 'v1')),
    );
    expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
  });

  test('one caller takes a secret, and then it is gone', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    await stores[0]?.secrets.save(aSecret(), null);
    const taken = await Promise.all(
      stores.flatMap(({ secrets }) => [1, 2, 3].map(() => secrets.take('service account', 0))),
    );
    expect(taken.filter(Boolean)).toEqual([aSecret()]);
  });

  test('a secret that has ended is not found, not taken, and is cleared away', async () => {
    const { secrets } = await open();
    await secrets.save(aSecret({ expiresAt: 1_000 }), null);
    await secrets.save(aSecret({ name: 'lasting' }), null);
    expect(await secrets.find('service account', 999)).toBeDefined();
    expect(await secrets.find('service account', 1_000)).toBeUndefined();
    expect(await secrets.take('service account', 1_000)).toBeUndefined();
    await secrets.removeEnded(1_000);
    expect(await secrets.find('service account', 0)).toBeUndefined();
    expect(await secrets.find('lasting', 1_000)).toBeDefined();
  });

  test('one holder at a time locks a secret, until it lets go or its time is over', async () => {
    const url = await newDatabase();
    const stores = [await open(url), await open(url)];
    const [{ secrets }] = stores as [(typeof stores)[0]];
    expect(await secrets.lock('service account', 'a', 0, 100)).toBeUndefined();
    await secrets.save(aSecret(), null);
    const locks = stores.flatMap((store, i) =>
      [1, 2, 3].map((n) => store.secrets.lock('service account', `${i}-${n}`, 0, 100)),
    );
    expect((await Promise.all(locks)).filter(Boolean)).toEqual([aSecret()]);
    await secrets.unlock('service account', 'nobody');
    expect(await secrets.lock('service account', 'late', 99, 200)).toBeUndefined();
    expect(await secrets.lock('service account', 'late', 100, 200)).toEqual(aSecret());
    await secrets.unlock('service account', 'late');
    expect(await secrets.lock('service account', 'next', 101, 200)).toEqual(aSecret());
  });
}
