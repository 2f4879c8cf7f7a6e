import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Referrals that people are about to create. */
export const drafts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('drafts')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('makerId', 'text', (c) => c.notNull())
      .addColumn('makerName', 'text', (c) => c.notNull())
      .addColumn('typed', 'text', (c) => c.notNull())
      .addColumn('step', 'text', (c) => c.notNull())
      .addColumn('referralId', 'text')
      .addColumn('engagementId', 'text')
      .addColumn('sentAt', 'bigint')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint', (c) => c.notNull())
      .addColumn('claimedBy', 'text')
      .addColumn('claimedUntil', 'bigint')
      .execute();
    await db.schema.createIndex('drafts_by_maker').on('drafts').columns(['makerId', 'step']).execute();
    await db.schema.createIndex('drafts_by_expiry').on('drafts').column('expiresAt').execute();
  },
};
