import { PostgresAdapter, sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The audit trail, which the database itself keeps from being changed. */
export const audit: Migration = {
  async up(db: Kysely<unknown>) {
    const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
    await createTables(db, isPostgres);
    for (const statement of isPostgres ? postgresGuards : sqliteGuards) await sql.raw(statement).execute(db);
  },
};

async function createTables(db: Kysely<unknown>, isPostgres: boolean): Promise<void> {
  await db.schema
    .createTable('audit')
    // SQLite numbers rows by itself only in a column of exactly this type.
    .addColumn('id', isPostgres ? 'bigserial' : 'integer', (c) =>
      isPostgres ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actorId', 'text', (c) => c.notNull())
    .addColumn('actorName', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text')
    .addColumn('conversationId', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('referenceId', 'text', (c) => c.notNull())
    .addColumn('requestIds', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_by_subject').on('audit').columns(['subject', 'id']).execute();
  await db.schema.createIndex('audit_by_time').on('audit').column('at').execute();
  await db.schema
    .createTable('auditRetention')
    .addColumn('erasableBefore', 'bigint', (c) => c.notNull())
    .execute();
  await sql.raw('insert into audit_retention values (0)').execute(db);
}

const refusal = 'the audit trail can only be added to';

const sqliteGuards = [
  `create trigger audit_unchanged before update on audit begin select raise(abort, '${refusal}'); end`,
  `create trigger audit_undeleted before delete on audit
   when not exists (select 1 from audit_retention where old.at < erasable_before)
   begin select raise(abort, '${refusal}'); end`,
  // INSERT OR REPLACE deletes without a delete trigger. https://www.sqlite.org/lang_conflict.html
  `create trigger audit_unreplaced before insert on audit when exists (select 1 from audit where id = new.id)
   begin select raise(abort, '${refusal}'); end`,
  `create trigger audit_retention_forward before update on audit_retention
   when new.erasable_before < old.erasable_before begin select raise(abort, '${refusal}'); end`,
  `create trigger audit_retention_one before insert on audit_retention begin select raise(abort, '${refusal}'); end`,
  `create trigger audit_retention_kept before delete on audit_retention begin select raise(abort, '${refusal}'); end`,
];

const refuse = (when: string) => `for each row when (${when}) execute function refuse_audit_change()`;

const postgresGuards = [
  `create function refuse_audit_change() returns trigger language plpgsql as $$
   begin raise exception '${refusal}'; end $$`,
  `create function guard_audit_delete() returns trigger language plpgsql as $$
   begin
     if exists (select 1 from audit_retention where old.at < erasable_before) then return old; end if;
     raise exception '${refusal}';
   end $$`,
  `create trigger audit_unchanged before update on audit ${refuse('true')}`,
  'create trigger audit_undeleted before delete on audit for each row execute function guard_audit_delete()',
  'create trigger audit_kept before truncate on audit for each statement execute function refuse_audit_change()',
  `create trigger audit_retention_forward before update on audit_retention
   ${refuse('new.erasable_before < old.erasable_before')}`,
  `create trigger audit_retention_kept before insert or delete on audit_retention ${refuse('true')}`,
  `create trigger audit_retention_not_emptied before truncate on audit_retention
   for each statement execute function refuse_audit_change()`,
];
