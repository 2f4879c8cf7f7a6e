import { Migrator } from 'kysely/migration';
import { createLog } from '../../src/lib/log';
import { migrations } from '../../src/storage/migrations';
import { openDatabase } from '../../src/storage/openDatabase';
import type { Store } from '../../src/storage/store';
import { postgresDatabases } from './postgresDatabases';
import { sqliteDatabases } from './sqliteDatabases';

/** What a storage test works with; all of it is closed and removed after the test file. */
export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The URL of a database as its migrations leave it. On PostgreSQL it is the one that was used before: that must be over. */
  readonly newDatabase: () => Promise<string>;
  /** The URL of a database with no schema, likewise. */
  readonly bareDatabase: () => Promise<string>;
  /** Opens a store, on a new database unless one is named. */
  readonly open: (databaseUrl?: string) => Promise<Store>;
  /** Makes the schema of an earlier version, by the name of its last migration, in a database with none or one before it. */
  readonly openAt: (databaseUrl: string, migration: string) => Promise<void>;
  /** Runs one statement past the store. */
  readonly query: (databaseUrl: string, statement: string) => Promise<Record<string, unknown>[]>;
}

/** Runs the same tests on SQLite and on a real PostgreSQL. */
export function onEachEngine(tests: (engine: Engine) => void): void {
  onEngine('SQLite', tests);
  onEngine('PostgreSQL', tests);
}

/** Runs tests on one engine. */
export function onEngine(name: Engine['name'], tests: (engine: Engine) => void): void {
  describe(`on ${name}`, () => {
    const databases = name === 'SQLite' ? sqliteDatabases() : postgresDatabases();
    let opened: Store[] = [];

    beforeAll(databases.start);
    afterEach(async () => {
      const done = opened;
      opened = [];
      await databases.takeBack(done);
    });
    afterAll(databases.stop);

    tests({
      name,
      newDatabase: databases.upToDate,
      bareDatabase: databases.bare,
      async openAt(url, migration) {
        const db = openDatabase(url, createLog('silent'));
        const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
        const { error } = await migrator.migrateTo(migration);
        await db.destroy();
        if (error) throw error;
      },
      query: databases.query,
      async open(databaseUrl) {
        const store = await databases.open(databaseUrl ?? (await databases.upToDate()));
        opened.push(store);
        return store;
      },
    });
  });
}
