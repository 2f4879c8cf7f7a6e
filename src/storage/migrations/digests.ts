import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which conversations get a digest, and when the next one is due. */
export const digests: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('digests')
      .addColumn('conversationId', 'text', (c) => c.primaryKey().notNull().references('conversations.id'))
      .addColumn('weekday', 'integer')
      .addColumn('time', 'text', (c) => c.notNull())
      .addColumn('setBy', 'text', (c) => c.notNull())
      .addColumn('since', 'bigint', (c) => c.notNull())
      .addColumn('dueAt', 'bigint', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('claimedUntil', 'bigint')
      .execute();
    await db.schema.createIndex('digests_by_due').on('digests').column('dueAt').execute();
  },
};
