import { CompiledQuery, PostgresDialect, PostgresDriver, type Driver, type PostgresDialectConfig } from 'kysely';
import { Pool, types, type PoolClient } from 'pg';
import type { Log } from '../lib/log';

/** The advisory lock that a write transaction holds; any number that no other program takes in this database. */
const writeLock = 7_240_310_557;

/** How long a statement, a wait for a lock included, may take, in ms. */
const statementTimeoutMs = 15_000;
/** After this many ms of silence the server ends a transaction, so that a replica that hangs does not stop the others. */
const idleTransactionMs = 15_000;
const connectTimeoutMs = 10_000;

/**
 * Runs one write transaction at a time over all replicas, as SQLite does by itself, so that reading and then writing is safe
 * everywhere without retries. A lock rather than SERIALIZABLE: Teams' limits keep the writes to some tens per second.
 */
class SerialisedDriver extends PostgresDriver {
  override async beginTransaction(...args: Parameters<PostgresDriver['beginTransaction']>): Promise<void> {
    await super.beginTransaction(...args);
    const [connection] = args;
    try {
      await connection.executeQuery(CompiledQuery.raw('select pg_advisory_xact_lock($1)', [writeLock]));
    } catch (error) {
      // Kysely does not end a transaction whose beginning failed. Where this fails too, the connection is lost and the pool drops it.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }
}

class SerialisedDialect extends PostgresDialect {
  constructor(private readonly config: PostgresDialectConfig) {
    super(config);
  }

  override createDriver(): Driver {
    return new SerialisedDriver(this.config);
  }
}

/** Kysely on PostgreSQL through a pool; nothing is connected before the first query. */
export function postgresDialect(databaseUrl: string, log: Log): PostgresDialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'partner-desk',
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleTransactionMs,
    keepAlive: true,
    // Times are in ms, far below the integers that a number holds exactly; `pg` gives them as text otherwise.
    types: {
      getTypeParser: (type, format) => (type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)),
    },
  });
  // A connection that breaks says so by an event, which would end the process if nobody listened; the next query tells the caller.
  const report = (error: Error) => log.warn({ reason: error.message }, 'a database connection was lost');
  pool.on('error', report);
  pool.on('connect', (client: PoolClient) => client.on('error', () => undefined));
  return new SerialisedDialect({ pool });
}
