import { StorageError } from '../../../src/storage/storageError';
import type { Engine } from '../../support/onEngine';

export function migrationsBehaviour({ bareDatabase, open, query }: Engine): void {
  test('opening again runs nothing anew and keeps what is there', async () => {
    const url = await bareDatabase();
    await (await open(url)).cursors.set('poll', 'kept');
    const before = await query(url, 'select name, timestamp from kysely_migration');
    expect(before.length).toBeGreaterThan(0);
    expect(await (await open(url)).cursors.get('poll')).toBe('kept');
    expect(await query(url, 'select name, timestamp from kysely_migration')).toEqual(before);
  });

  test('many that open an empty database at the same moment make one schema', async () => {
    const url = await bareDatabase();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    await Promise.all(stores.map((store, i) => store.cursors.set(`poll ${i}`, 'works')));
    expect(await stores[0]?.cursors.get('poll 4')).toBe('works');
    const applied = await query(url, 'select name from kysely_migration');
    expect(new Set(applied.map((row) => row.name)).size).toBe(applied.length);
  });

  test('a database that a newer program has used is refused in plain words and left as it is', async () => {
    const url = await bareDatabase();
    await (await open(url)).close();
    await query(
      url,
      `insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2099-01-01T00:00:00Z')`,
    );
    const refusal = await open(url).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StorageError);
    expect(String(refusal)).toContain('newer version');
    expect(await query(url, `select name from kysely_migration where name like '9999%'`)).toHaveLength(1);
  });

  test('one active watch per conversation is a rule of the database itself', async () => {
    const url = await bareDatabase();
    await open(url);
    await query(
      url,
      `insert into conversations (id, kind, service_url, bot_id, installed_at) values ('c', 'channel', '', '', 1)`,
    );
    const start = (id: string) =>
      query(
        url,
        `insert into watches (id, conversation_id, owner_id, owner_name, started_at) values ('${id}', 'c', '', '', 1)`,
      );
    await start('first');
    await expect(start('second')).rejects.toThrow(/unique/i);
  });
}
