import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { createLog } from '../../src/lib/log';
import { nextClaimable } from '../../src/storage/claim';
import { openStore } from '../../src/storage/openStore';
import type { Tables } from '../../src/storage/schema';
import { TestClock } from '../support/testClock';

/** Compiles queries for SQLite and runs none. */
const compiler = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
});

test('a claim takes one step for each conversation that something is owed to, however much is owed or was done before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-plan-'));
  const path = join(folder, 'desk.db');
  await (await openStore({ databaseUrl: `sqlite:${path}`, log: createLog('silent'), clock: new TestClock() })).close();
  const database = new SqliteDatabase(path);
  const { sql, parameters } = nextClaimable(compiler, 1, 30_000, ['excepted']).compile();
  const plan = database.prepare(`explain query plan ${sql}`).all(parameters) as { detail: string }[];
  database.close();
  rmSync(folder, { recursive: true });
  const reads = plan.map((step) => step.detail).filter((detail) => /^(SCAN|SEARCH) (?!lanes)/.test(detail));
  expect(reads).toEqual([
    // The first conversation, and from each the next one.
    'SEARCH outbox USING COVERING INDEX outbox_by_due (state=?)',
    'SEARCH outbox USING COVERING INDEX outbox_by_due (state=? AND conversation_id>?)',
    // What is claimed at the moment, and nothing else.
    'SCAN outbox USING COVERING INDEX outbox_claimed',
    // Whether anything is due in each, and its first row.
    'SEARCH outbox USING COVERING INDEX outbox_by_due (state=? AND conversation_id=?)',
    'SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH due USING INDEX outbox_by_state (state=? AND conversation_id=?)',
  ]);
});
