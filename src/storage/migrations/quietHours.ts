import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The hours in which a conversation wants no new cards and reminders. */
export const quietHours: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('quietHours')
      .addColumn('conversationId', 'text', (c) => c.primaryKey().notNull().references('conversations.id'))
      .addColumn('from', 'text', (c) => c.notNull())
      .addColumn('until', 'text', (c) => c.notNull())
      .addColumn('setBy', 'text', (c) => c.notNull())
      .execute();
  },
};
