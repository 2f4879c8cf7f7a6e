import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** In which time zone a conversation reads its dates. */
export const timeZones: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('conversations').addColumn('timeZone', 'text').execute();
  },
};
