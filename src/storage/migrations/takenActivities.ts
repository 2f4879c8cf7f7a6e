import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What Teams sent a short while ago, by its hash: nothing acts twice. */
export const takenActivities: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('takenActivities')
      .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('taken_activities_by_time').on('takenActivities').column('at').execute();
  },
};
