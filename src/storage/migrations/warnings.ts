import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What each conversation was already reminded of, and when to look next. */
export const warnings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('warnings')
      .addColumn('referralId', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('postedAt', 'bigint', (c) => c.notNull())
      .addColumn('rank', 'integer')
      .addColumn('lookAt', 'bigint')
      .addColumn('snoozedUntil', 'bigint')
      .addPrimaryKeyConstraint('warnings_primary_key', ['referralId', 'conversationId'])
      .execute();
    await db.schema.createIndex('warnings_by_look').on('warnings').column('lookAt').execute();
    // Cards that were there before are reminded of like any other.
    const key = [sql.ref('cards.referralId'), sql.ref('cards.conversationId')] as const;
    await sql`
      insert into warnings (${sql.join(['referralId', 'conversationId', 'postedAt', 'lookAt'].map((name) => sql.ref(name)))})
      select ${key[0]}, ${key[1]}, min(${sql.ref('cards.postedAt')}), 0
      from cards inner join ledger on ${sql.ref('ledger.referralId')} = ${key[0]}
      where ${sql.ref('ledger.isOpen')} = 1
      group by ${key[0]}, ${key[1]}`.execute(db);
  },
};
