import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The files that people were offered. */
export const files: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('fileOffers')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('wanted', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint', (c) => c.notNull())
      .addColumn('takenAt', 'bigint')
      .execute();
    await db.schema.createIndex('file_offers_by_end').on('fileOffers').column('expiresAt').execute();
  },
};
