import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is looked up for each conversation that something is owed to: when that falls due, and whether it is claimed. */
export const outboxLanes: Migration = {
  async up(db: Kysely<unknown>) {
    const outboxByDue = db.schema.createIndex('outbox_by_due').on('outbox');
    await outboxByDue.columns(['state', 'conversationId', 'dueAt']).execute();
    await db.schema
      .createIndex('outbox_claimed')
      .on('outbox')
      .columns(['conversationId', 'claimedUntil'])
      .where(sql.ref('claimedUntil'), 'is not', null)
      .execute();
  },
};
