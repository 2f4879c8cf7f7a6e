import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which conversations want bursts folded into one card, and which referrals those cards show. */
export const folding: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('folding')
      .addColumn('conversationId', 'text', (c) => c.primaryKey().notNull().references('conversations.id'))
      .addColumn('setBy', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('folded')
      .addColumn('conversationId', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('activityId', 'text', (c) => c.notNull())
      .addColumn('referralId', 'text', (c) => c.notNull())
      .addColumn('postedAt', 'bigint', (c) => c.notNull())
      .addColumn('sentAt', 'bigint', (c) => c.notNull())
      .addColumn('shownVersion', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('folded_primary_key', ['conversationId', 'activityId', 'referralId'])
      .execute();
    await db.schema.createIndex('folded_by_referral').on('folded').column('referralId').execute();
  },
};
