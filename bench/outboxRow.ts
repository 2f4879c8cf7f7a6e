import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { systemClock as clock } from '../src/lib/clock';
import { createLog } from '../src/lib/log';
import { openStore } from '../src/storage/openStore';
import type { Owed } from '../src/storage/owed';
import type { Store } from '../src/storage/store';
import type { Benchmark } from './benchmark';
import { temporaryFolder } from './support/temporaryFolder';
import { timed } from './support/timed';

const conversationId = '19:0001channel@thread.tacv2';

/** What every card costs in the database: it is owed, claimed and completed, while so many others wait behind it. */
export const outboxRow = (waiting: number): Benchmark => ({
  name: `a row owed, claimed, completed; ${waiting} wait`,
  floor: 'three commits of one row, synchronous=FULL',
  operations: waiting > 0 ? 10 : 150,
  rounds: 9,
  async prepare() {
    const folder = temporaryFolder();
    const store = await openStore({
      databaseUrl: `sqlite:${join(folder, 'desk.db')}`,
      log: createLog('silent'),
      clock,
    });
    const facts = {
      tenantId: null,
      teamId: null,
      name: 'Deals',
      locale: null,
      timeZone: null,
      botId: '28:bot',
      installedAt: 0,
    };
    await store.conversations.save({ id: conversationId, kind: 'channel', serviceUrl: 'http://127.0.0.1/', ...facts });
    await store.outbox.owe(Array.from({ length: waiting }, (_, place) => post(`waiting-${place}`, 1 + place)));
    const plain = openPlain(join(folder, 'plain.db'));
    const insert = plain.prepare('insert into rows (referral) values (?)');
    let referral = 0;
    return {
      ours: (operations) => timed(operations, () => owedAndPaid(store, `referral-${++referral}`)),
      floor: (operations) =>
        timed(operations, () => {
          for (let commit = 0; commit < 3; commit++) insert.run(`referral-${commit}`);
        }),
      async close() {
        plain.close();
        await store.close();
      },
    };
  },
});

const post = (referralId: string, position: number): Owed => {
  return { kind: 'post', referralId, conversationId, activityId: '', position, dueAt: 0 };
};

async function owedAndPaid({ outbox }: Store, referralId: string): Promise<void> {
  const now = Date.now();
  await outbox.owe([post(referralId, 0)]);
  const row = await outbox.claim('bench', now, 30_000);
  if (row?.referralId !== referralId || !(await outbox.complete(row, now))) throw new Error('The row was not claimed');
}

/** A database as durable as ours with the smallest table that there can be. */
function openPlain(path: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table rows (id integer primary key, referral text)');
  return database;
}
