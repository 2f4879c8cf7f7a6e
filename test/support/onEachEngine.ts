import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { startPostgres, type Postgres } from './postgres';
import { TestClock } from './testClock';

/** What a storage test works with; all of it is closed and removed after the test file. */
export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The URL of a new, empty database. */
  readonly newDatabase: () => Promise<string>;
  /** Opens a store, on a new database unless one is named. */
  readonly open: (databaseUrl?: string) => Promise<Store>;
}

/** Runs the same tests on SQLite and on a real PostgreSQL. */
export function onEachEngine(tests: (engine: Engine) => void): void {
  describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-desk-storage-'));
    const opened: Store[] = [];
    let postgres: Postgres | undefined;
    let databases = 0;

    const newDatabase = async () => {
      if (name === 'SQLite') return `sqlite:${join(folder, `${++databases}.db`)}`;
      if (!postgres) throw new Error('PostgreSQL does not run yet: ask for databases within a test');
      return postgres.createDatabase();
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
      async open(databaseUrl) {
        const url = databaseUrl ?? (await newDatabase());
        const store = await openStore({ databaseUrl: url, log: createLog('silent'), clock: new TestClock() });
        opened.push(store);
        return store;
      },
    });
  });
}
