import type { Clock } from '../lib/clock';
import type { Database } from './serialised';

export interface Cursors {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}

/** The table of cursors; see {@link Cursors}. When each was last set is kept for whoever looks into the database. */
export function cursors(db: Database, clock: Clock): Cursors {
  return {
    async get(name) {
      const row = await db.selectFrom('cursors').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value;
    },

    async set(name, value) {
      const kept = { value, updatedAt: clock.now() };
      await db
        .insertInto('cursors')
        .values({ name, ...kept })
        .onConflict((oc) => oc.column('name').doUpdateSet(kept))
        .execute();
    },
  };
}
