import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Log } from '../lib/log';
import { migrations } from './migrations';
import type { Tables } from './schema';
import { StorageError } from './storageError';

/**
 * Brings the schema up to date in one write transaction, so that programs that start together do it once.
 * @throws StorageError when the database was last used by a newer program
 */
export function migrate(db: Kysely<Tables>, log: Log): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const migrator = new Migrator({ db: tx, provider: { getMigrations: () => Promise.resolve(migrations) } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw (await isNewer(tx)) ? newer(error) : error;
    for (const { migrationName } of results) log.info({ migration: migrationName }, 'database brought up to date');
  });
}

async function isNewer(db: Kysely<Tables>): Promise<boolean> {
  const executed = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return executed.rows.some(({ name }) => !(name in migrations));
}

const newer = (cause: unknown) =>
  new StorageError(
    'The database was last used by a newer version of this program; install that version or a later one.',
    {
      cause,
    },
  );
