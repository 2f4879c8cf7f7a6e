import { Client } from 'pg';
import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import { TestClock } from './testClock';

/** What was in a database at one moment. */
export interface PostgresCopy {
  /** The rows of each table, as JSON. */
  tables: { name: string; rows: string }[];
  sequences: { name: string; value: string | null }[];
}

/**
 * Copies everything in one snapshot, as pg_dump does, which no npm package brings along.
 * https://www.postgresql.org/docs/current/app-pgdump.html
 */
export function copyPostgres(url: string): Promise<PostgresCopy> {
  return within(url, 'begin isolation level repeatable read read only', async (client) => {
    const read = async <T extends object>(statement: string) => (await client.query<T>(statement)).rows;
    const tables: PostgresCopy['tables'] = [];
    for (const { name } of await read<{ name: string }>(namesOf('pg_tables', 'tablename'))) {
      const rows = await read<{ rows: string }>(`select coalesce(json_agg(t), '[]')::text as rows from "${name}" t`);
      tables.push({ name, rows: rows[0]?.rows ?? '[]' });
    }
    return { tables, sequences: await read(namesOf('pg_sequences', 'sequencename', ', last_value as value')) };
  });
}

/** Puts a copy in the place of what is there: no trigger sees it, as with `pg_restore --clean`, which makes them afterwards. */
export async function restorePostgres(url: string, { tables, sequences }: PostgresCopy): Promise<void> {
  await within(url, 'begin', (client) => client.query('drop schema public cascade; create schema public'));
  const empty = await openStore({ databaseUrl: url, log: createLog('silent'), clock: new TestClock() });
  await empty.close();
  await within(url, 'begin', async (client) => {
    await client.query('set local session_replication_role = replica');
    await client.query(`truncate ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
    for (const { name, rows } of tables) {
      const of = `json_populate_recordset(null::"${name}", $1::json)`;
      await client.query(`insert into "${name}" overriding system value select * from ${of}`, [rows]);
    }
    for (const { name, value } of sequences)
      if (value !== null) await client.query('select setval($1, $2)', [name, value]);
  });
}

const namesOf = (view: string, column: string, more = ''): string =>
  `select ${column} as name${more} from ${view} where schemaname = 'public'`;

async function within<T>(url: string, begin: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(begin);
    const done = await work(client);
    await client.query('commit');
    return done;
  } finally {
    await client.end();
  }
}
