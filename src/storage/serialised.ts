import type { Kysely } from 'kysely';
import type { Tables } from './schema';

/** The open database, or a transaction in it. */
export type Database = Kysely<Tables>;

/** Runs `work` in a write transaction, in the present one if there is one. Both dialects run one write transaction at a time. */
export function serialised<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
