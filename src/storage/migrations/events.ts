import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What Partner Center has told: kept before it is answered, and as long as it could be told again. */
export const events: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('events')
      .addColumn('key', 'text', (c) => c.primaryKey().notNull())
      .addColumn('topic', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('changedAt', 'bigint', (c) => c.notNull())
      .addColumn('receivedAt', 'bigint', (c) => c.notNull())
      .addColumn('dueAt', 'bigint', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('claimedBy', 'text')
      .addColumn('claimedUntil', 'bigint')
      .addColumn('finishedAt', 'bigint')
      .execute();
    const waiting = sql<boolean>`${sql.ref('finishedAt')} is null`;
    await db.schema.createIndex('events_waiting').on('events').column('dueAt').where(waiting).execute();
    await db.schema.createIndex('events_by_subject').on('events').columns(['topic', 'subject']).execute();
    await db.schema.createIndex('events_by_arrival').on('events').column('receivedAt').execute();
  },
};
