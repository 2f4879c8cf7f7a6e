import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { memoryFolder } from '../../bench/support/temporaryFolder';
import type { Databases } from './databases';
import { openTestStore } from './openTestStore';

/** A file of its own for each database; those that are up to date are copies of one. */
export function sqliteDatabases(): Databases {
  const folder = memoryFolder();
  const upToDate = join(folder, 'up-to-date.db');
  let files = 0;
  const nextFile = () => join(folder, `${++files}.db`);
  return {
    start: async () => (await openTestStore(`sqlite:${upToDate}`)).close(),
    bare: () => Promise.resolve(`sqlite:${nextFile()}`),
    upToDate() {
      const file = nextFile();
      copyFileSync(upToDate, file);
      return Promise.resolve(`sqlite:${file}`);
    },
    open: openTestStore,
    async takeBack(stores) {
      await Promise.all(stores.map((store) => store.close()));
    },
    query: async (databaseUrl, statement) => query(databaseUrl.slice('sqlite:'.length), statement),
    stop: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

function query(path: string, statement: string): Record<string, unknown>[] {
  const database = new SqliteDatabase(path, { timeout: 5_000 });
  try {
    const prepared = database.prepare<unknown[], Record<string, unknown>>(statement);
    if (prepared.reader) return prepared.all();
    prepared.run();
    return [];
  } finally {
    database.close();
  }
}
