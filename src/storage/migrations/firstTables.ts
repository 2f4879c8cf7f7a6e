import { PostgresAdapter, sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Conversations, watches, the ledger, cards, the outbox and cursors. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await createConversations(db);
    await createReferrals(db);
    await createOutbox(db);
    await db.schema
      .createTable('cursors')
      .addColumn('name', 'text', (c) => c.primaryKey().notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
  },
};

async function createConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('tenantId', 'text')
    .addColumn('teamId', 'text')
    .addColumn('name', 'text')
    .addColumn('serviceUrl', 'text', (c) => c.notNull())
    .addColumn('botId', 'text', (c) => c.notNull())
    .addColumn('locale', 'text')
    .addColumn('installedAt', 'bigint', (c) => c.notNull())
    .addColumn('greetedAt', 'bigint')
    .addColumn('removedAt', 'bigint')
    .addColumn('removedReason', 'text')
    .execute();
  await db.schema
    .createTable('watches')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('conversationId', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('ownerId', 'text', (c) => c.notNull())
    .addColumn('ownerName', 'text', (c) => c.notNull())
    .addColumn('startedAt', 'bigint', (c) => c.notNull())
    .addColumn('endedAt', 'bigint')
    .addColumn('endedReason', 'text')
    .execute();
  await db.schema
    .createIndex('watches_one_active_per_conversation')
    .unique()
    .on('watches')
    .column('conversationId')
    .where(sql.ref('endedAt'), 'is', null)
    .execute();
}

async function createReferrals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ledger')
    .addColumn('referralId', 'text', (c) => c.primaryKey().notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('referral', 'text', (c) => c.notNull())
    .addColumn('isOpen', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('firstSeenAt', 'bigint', (c) => c.notNull())
    .addColumn('seenAt', 'bigint', (c) => c.notNull())
    .addColumn('decision', 'text')
    .addColumn('notice', 'text')
    .execute();
  await db.schema.createIndex('ledger_by_age').on('ledger').columns(['isOpen', 'createdAt']).execute();
  await db.schema
    .createTable('cards')
    .addColumn('conversationId', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('activityId', 'text', (c) => c.notNull())
    .addColumn('referralId', 'text', (c) => c.notNull())
    .addColumn('postedAt', 'bigint', (c) => c.notNull())
    .addColumn('sentAt', 'bigint', (c) => c.notNull())
    .addColumn('shownVersion', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('cards_primary_key', ['conversationId', 'activityId'])
    .execute();
  await db.schema.createIndex('cards_by_referral').on('cards').column('referralId').execute();
  await db.schema.createIndex('cards_by_sending').on('cards').column('sentAt').execute();
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable('outbox')
    // SQLite numbers rows by itself only in a column of exactly this type.
    .addColumn('id', isPostgres ? 'bigserial' : 'integer', (c) =>
      isPostgres ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('referralId', 'text', (c) => c.notNull())
    .addColumn('conversationId', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('activityId', 'text', (c) => c.notNull())
    .addColumn('position', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('owed'))
    .addColumn('dueAt', 'bigint', (c) => c.notNull())
    .addColumn('againAt', 'bigint')
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('claims', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('claimedBy', 'text')
    .addColumn('claimedUntil', 'bigint')
    .addColumn('lastError', 'text')
    .addColumn('finishedAt', 'bigint')
    .addUniqueConstraint('outbox_owed_once', ['kind', 'referralId', 'conversationId', 'activityId'])
    .execute();
  // What is done stays, so that it is not owed again; claims must not read through it.
  await db.schema
    .createIndex('outbox_by_state')
    .on('outbox')
    .columns(['state', 'conversationId', 'position', 'id'])
    .execute();
}
