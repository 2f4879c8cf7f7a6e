import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { databaseStore } from './databaseStore';
import { explainError } from './explainError';
import { migrate } from './migrate';
import { openDatabase, sqlitePath } from './openDatabase';
import { StorageError } from './storageError';
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
  const name = nameOf(databaseUrl);
  try {
    const db = openDatabase(databaseUrl, log);
    await migrate(db, log).catch(async (error: unknown) => {
      await db.destroy();
      throw error;
    });
    return databaseStore(db, clock, name);
  } catch (error) {
    throw explainError(error, name);
  }
}

/** What the database is called in messages: never the user or the password. */
function nameOf(databaseUrl: string): string {
  const path = sqlitePath(databaseUrl);
  if (path !== undefined) return path;
  const url = URL.parse(databaseUrl);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new StorageError(
      'DATABASE_URL is neither sqlite:<path> nor a valid postgres://<user>:<password>@<host>/<database>.',
    );
  }
  return url.host + url.pathname;
}
