import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Several watches in one conversation, each with its conditions; those that were there before have none. */
export const watchConditions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('watches')
      .addColumn('conditions', 'text', (c) => c.notNull().defaultTo('{}'))
      .execute();
    await db.schema.alterTable('watches').addColumn('pausedUntil', 'bigint').execute();
    await db.schema.dropIndex('watches_one_active_per_conversation').execute();
    await db.schema
      .createIndex('watches_each_once_per_conversation')
      .unique()
      .on('watches')
      .columns(['conversationId', 'conditions'])
      .where(sql.ref('endedAt'), 'is', null)
      .execute();
  },
};
