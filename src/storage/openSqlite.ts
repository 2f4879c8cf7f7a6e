import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { SqliteDialect } from 'kysely';
import { sqliteDialect } from './sqliteDialect';

/** How long opening waits for a process that is opening the same database, in ms. */
const openWaitMs = 10_000;

/** Opens the file, creating it and its folder for this user's eyes only (they hold customers' data). */
export function openSqlite(path: string): SqliteDialect {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives the files beside it (-wal, -shm) the same rights.
  closeSync(openSync(path, 'a', 0o600));
  const database = new SqliteDatabase(path, { timeout: openWaitMs });
  try {
    return sqliteDialect(database);
  } catch (error) {
    database.close();
    throw error;
  }
}
