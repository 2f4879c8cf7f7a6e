import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What conversations that asked for it are told of subscriptions and invoices. */
export const news: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('news')
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('truth', 'text', (c) => c.notNull())
      .addColumn('before', 'text')
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('readAt', 'bigint', (c) => c.notNull())
      .addColumn('toldVersion', 'integer', (c) => c.notNull())
      .addColumn('activityId', 'text')
      .addColumn('postedAt', 'bigint')
      .addPrimaryKeyConstraint('news_primary_key', ['subject', 'conversationId'])
      .execute();
    await db.schema.createIndex('news_by_age').on('news').column('readAt').execute();
  },
};
