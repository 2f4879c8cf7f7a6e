import { setTimeout as wait } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { errorCode } from './errorCode';
import { sqlitePath } from './openDatabase';
import { StorageError } from './storageError';

/** Held until it is released or the process ends, however it ends. */
export interface ProcessLock {
  /** Whether no other process can serve the database meanwhile. */
  isSole: boolean;
  release(): void;
}

/** What nobody refers to any more is collected, closed by that, and the lock with it. */
const held = new Set<SqliteDatabase.Database>();

/** A process that is being replaced needs a moment to end, in ms. */
const usualPatienceMs = 5_000;
const retryMs = 100;

/**
 * Keeps other processes from serving the same SQLite database: each would watch and deliver by itself. The lock is the
 * operating system's, on a file of its own beside the database, so that a process that was killed leaves none behind.
 * PostgreSQL needs none: there the work is shared.
 * @param patienceMs how long to wait for another process to end
 * @throws StorageError when another process holds it
 */
export async function takeProcessLock(databaseUrl: string, patienceMs = usualPatienceMs): Promise<ProcessLock> {
  const path = sqlitePath(databaseUrl);
  if (path === undefined) return { isSole: false, release: () => undefined };
  const file = new SqliteDatabase(`${path}.lock`, { timeout: 0 });
  const started = performance.now();
  for (;;) {
    try {
      file.exec('begin exclusive');
      held.add(file);
      return { isSole: true, release: () => release(file) };
    } catch (error) {
      const isHeld = errorCode(error) === 'SQLITE_BUSY';
      if (isHeld && performance.now() - started < patienceMs) await wait(retryMs);
      else {
        file.close();
        throw isHeld ? heldElsewhere(path) : error;
      }
    }
  }
}

function release(file: SqliteDatabase.Database): void {
  held.delete(file);
  file.close();
}

const heldElsewhere = (path: string) =>
  new StorageError(
    `Another Partner Desk already serves the database ${path}. A SQLite database serves one process: stop the other one, or use PostgreSQL for several (DATABASE_URL=postgres://…).`,
  );
