import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Migrator } from 'kysely/migration';
import { createLog } from '../../src/lib/log';
import { migrations } from '../../src/storage/migrations';
import { openDatabase } from '../../src/storage/openDatabase';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { startPostgres, type Postgres } from './postgres';
import { TestClock } from './testClock';

/** What a storage test works with; all of it is closed and removed after the test file. */
export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The URL of an empty database. On PostgreSQL it is the one that the stores opened before have used: they must be done with. */
  readonly newDatabase: () => Promise<string>;
  /** Opens a store, on an empty database unless one is named. */
  readonly open: (databaseUrl?: string) => Promise<Store>;
  /** Makes in an empty database the schema of an earlier version, by the name of its last migration. */
  readonly openAt: (databaseUrl: string, migration: string) => Promise<void>;
  /** Runs one statement past the store. */
  readonly query: (databaseUrl: string, statement: string) => Promise<Record<string, unknown>[]>;
}

function querySqlite(databaseUrl: string, statement: string): Record<string, unknown>[] {
  const database = new SqliteDatabase(databaseUrl.slice('sqlite:'.length), { timeout: 5_000 });
  try {
    const prepared = database.prepare<unknown[], Record<string, unknown>>(statement);
    if (prepared.reader) return prepared.all();
    prepared.run();
    return [];
  } finally {
    database.close();
  }
}

/** Runs the same tests on SQLite and on a real PostgreSQL. */
export function onEachEngine(tests: (engine: Engine) => void): void {
  onEngine('SQLite', tests);
  onEngine('PostgreSQL', tests);
}

/** Runs tests on one engine. */
export function onEngine(name: Engine['name'], tests: (engine: Engine) => void): void {
  describe(`on ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-desk-storage-'));
    const opened: Store[] = [];
    let postgres: Postgres | undefined;
    let databases = 0;

    const newDatabase = async () => {
      if (name === 'SQLite') return `sqlite:${join(folder, `${++databases}.db`)}`;
      if (!postgres) throw new Error('PostgreSQL does not run yet: ask for databases within a test');
      await postgres.empty();
      return postgres.url;
    };

    beforeAll(async () => {
      if (name === 'PostgreSQL') postgres = await startPostgres();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });
    afterAll(async () => {
      await postgres?.stop();
      rmSync(folder, { recursive: true });
    });

    tests({
      name,
      newDatabase,
      async openAt(url, migration) {
        const db = openDatabase(url, createLog('silent'));
        const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
        const { error } = await migrator.migrateTo(migration);
        await db.destroy();
        if (error) throw error;
      },
      query: async (url, statement) =>
        name === 'SQLite' ? querySqlite(url, statement) : (postgres?.query(statement) ?? []),
      async open(databaseUrl) {
        const url = databaseUrl ?? (await newDatabase());
        const store = await openStore({ databaseUrl: url, log: createLog('silent'), clock: new TestClock() });
        opened.push(store);
        return store;
      },
    });
  });
}
