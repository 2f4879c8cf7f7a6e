import type { Database } from './serialised';

/** A conversation that wants bursts of new referrals folded into one card. */
export interface FoldingRow {
  conversationId: string;
  /** The name of the person who asked for it. */
  setBy: string;
}

export interface Folding {
  find(conversationId: string): Promise<FoldingRow | undefined>;
  set(row: FoldingRow): Promise<void>;
  /** False when it was not asked for. */
  clear(conversationId: string): Promise<boolean>;
}

/** The table of conversations that want bursts folded; see {@link Folding}. */
export function folding(db: Database): Folding {
  return {
    find(conversationId) {
      return db.selectFrom('folding').selectAll().where('conversationId', '=', conversationId).executeTakeFirst();
    },

    async set(row) {
      await db
        .insertInto('folding')
        .values(row)
        .onConflict((oc) => oc.column('conversationId').doUpdateSet({ setBy: row.setBy }))
        .execute();
    },

    async clear(conversationId) {
      const cleared = await db.deleteFrom('folding').where('conversationId', '=', conversationId).executeTakeFirst();
      return cleared.numDeletedRows > 0n;
    },
  };
}
