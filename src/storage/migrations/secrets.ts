import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Encrypted secrets, the account that watches, and what conversations are told of it. */
export const secrets: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('secrets')
      .addColumn('name', 'text', (c) => c.primaryKey().notNull())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('keyId', 'text', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint')
      .addColumn('lockedBy', 'text')
      .addColumn('lockedUntil', 'bigint')
      .execute();
    await db.schema.createIndex('secrets_by_end').on('secrets').column('expiresAt').execute();
    await db.schema
      .createTable('serviceAccounts')
      .addColumn('purpose', 'text', (c) => c.primaryKey().notNull())
      .addColumn('connectionId', 'text', (c) => c.notNull())
      .addColumn('accountId', 'text', (c) => c.notNull())
      .addColumn('accountName', 'text', (c) => c.notNull())
      .addColumn('connectedById', 'text', (c) => c.notNull())
      .addColumn('connectedByName', 'text', (c) => c.notNull())
      .addColumn('connectedAt', 'bigint', (c) => c.notNull())
      .addColumn('refreshedAt', 'bigint', (c) => c.notNull())
      .addColumn('endedAt', 'bigint')
      .addColumn('endedWhy', 'text')
      .addColumn('endedCode', 'text')
      .execute();
    await db.schema
      .createTable('notices')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull().references('conversations.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('account', 'text', (c) => c.notNull())
      .addColumn('dueAt', 'bigint', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('claimedUntil', 'bigint')
      .addColumn('sentAt', 'bigint')
      .addPrimaryKeyConstraint('notices_primary_key', ['id', 'conversationId'])
      .execute();
    await db.schema.createIndex('notices_by_due').on('notices').columns(['sentAt', 'dueAt']).execute();
  },
};
