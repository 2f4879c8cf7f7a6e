import { PostgresAdapter, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was sent to Teams a short while ago, and where Teams asked for patience: the limits count for all processes together. */
export const sends: Migration = {
  async up(db: Kysely<unknown>) {
    const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
    await db.schema
      .createTable('sends')
      // SQLite numbers rows by itself only in a column of exactly this type.
      .addColumn('id', isPostgres ? 'bigserial' : 'integer', (c) =>
        isPostgres ? c.primaryKey() : c.primaryKey().autoIncrement(),
      )
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('sends_by_time').on('sends').column('at').execute();
    await db.schema
      .createTable('pauses')
      .addColumn('conversationId', 'text', (c) => c.primaryKey().notNull())
      .addColumn('until', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema.dropIndex('cards_by_sending').execute();
  },
};
