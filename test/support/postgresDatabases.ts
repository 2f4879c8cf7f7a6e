import type { Store } from '../../src/storage/store';
import type { Databases } from './databases';
import { openTestStore } from './openTestStore';
import { startPostgres, type Postgres } from './postgres';
import { postgresRows } from './postgresRows';

const closeAll = (stores: Store[]) => Promise.all(stores.map((store) => store.close()));

/**
 * One database on a real PostgreSQL, emptied for whoever asks for another one. Stores on an up-to-date one are handed to
 * the next test with their connections, which cost more than most tests do.
 */
export function postgresDatabases(): Databases {
  let running: Postgres | undefined;
  const postgres = () => {
    if (!running) throw new Error('PostgreSQL does not run yet: ask for databases within a test');
    return running;
  };
  const idle: Store[] = [];
  /** Empties the tables of a database that is up to date; undefined while it may not be. */
  let reset: (() => Promise<void>) | undefined;

  async function bare(): Promise<string> {
    reset = undefined;
    await closeAll(idle.splice(0));
    await postgres().empty();
    return postgres().url;
  }

  async function upToDate(): Promise<string> {
    if (reset) await reset();
    else {
      idle.push(await openTestStore(await bare()));
      reset = await postgresRows(postgres());
    }
    return postgres().url;
  }

  return {
    async start() {
      running = await startPostgres();
    },
    upToDate,
    bare,
    open: async (databaseUrl) => (reset && idle.pop()) ?? openTestStore(databaseUrl),
    async takeBack(stores) {
      if (reset) idle.push(...stores);
      else await closeAll(stores);
    },
    query: (_databaseUrl, statement) => postgres().query(statement),
    async stop() {
      await closeAll(idle);
      await running?.stop();
    },
  };
}
