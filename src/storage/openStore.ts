import { CamelCasePlugin, Kysely, type Dialect } from 'kysely';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { databaseStore } from './databaseStore';
import { explainError } from './explainError';
import { migrate } from './migrate';
import { openSqlite } from './openSqlite';
import type { Tables } from './schema';
import type { Store } from './store';

export interface OpenStoreOptions {
  /** `sqlite:` and a path, relative to the working directory, or `postgres://…`. */
  databaseUrl: string;
  log: Log;
  clock: Clock;
}

/**
 * Opens the database and brings its schema up to date.
 * @throws StorageError when it cannot be opened or a newer program has used it; every method of the store throws it too
 */
export async function openStore({ databaseUrl, log, clock }: OpenStoreOptions): Promise<Store> {
  const path = databaseUrl.replace(/^sqlite:/, '');
  const db = connect(path);
  try {
    await migrate(db, log);
  } catch (error) {
    await db.destroy();
    throw explainError(error, path);
  }
  return databaseStore(db, clock, path);
}

function connect(path: string): Kysely<Tables> {
  try {
    const dialect: Dialect = openSqlite(path);
    return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  } catch (error) {
    throw explainError(error, path);
  }
}
