import { setTimeout as wait } from 'node:timers/promises';
import type SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDialectConfig,
} from 'kysely';
import { errorCode } from './errorCode';
import { preparedStatements } from './preparedStatements';

/** How long a statement waits for another process's (or another store's) write transaction, in ms. */
const lockWaitMs = 10_000;
const lockRetryMs = 10;

/** Waits for a lock without holding up the process: SQLite's own waiting blocks the whole of it, so it is kept short. */
class PatientConnection implements DatabaseConnection {
  constructor(private readonly inner: DatabaseConnection) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const started = performance.now();
    for (;;) {
      try {
        return await this.inner.executeQuery<R>(query);
      } catch (error) {
        if (errorCode(error) !== 'SQLITE_BUSY' || performance.now() - started > lockWaitMs) throw error;
        await wait(lockRetryMs);
      }
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery(query, chunkSize);
  }
}

/**
 * Takes the write lock at the beginning of a transaction. One that begins by reading cannot write any more once another process
 * has written (SQLITE_BUSY_SNAPSHOT), however long it waits. https://www.sqlite.org/lang_transaction.html
 */
class ImmediateDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection());
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Tables can be created within a transaction, which makes a migration whole or not at all. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  constructor(private readonly config: SqliteDialectConfig) {
    super(config);
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Kysely on one SQLite database whose transactions are write transactions, one at a time over all processes. */
export function sqliteDialect(database: SqliteDatabase.Database): SqliteDialect {
  // Every acknowledged commit survives a power cut. https://www.sqlite.org/pragma.html#pragma_synchronous
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 25');
  return new ImmediateDialect({ database: preparedStatements(database) });
}
