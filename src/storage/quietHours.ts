import type { Database } from './serialised';

/** The hours of each day in which a conversation wants no new cards and reminders: `HH:MM` in its time zone. */
export interface QuietHoursRow {
  conversationId: string;
  from: string;
  /** Not after `from` where they last over midnight. */
  until: string;
  /** The name of the person who set them. */
  setBy: string;
}

export interface QuietHoursTable {
  find(conversationId: string): Promise<QuietHoursRow | undefined>;
  /** Those of every conversation that has some, with its time zone (IANA). */
  all(): Promise<(QuietHoursRow & { timeZone: string | null })[]>;
  /** Replaces what was set before. */
  set(row: QuietHoursRow): Promise<void>;
  clear(conversationId: string): Promise<void>;
}

/** The table of quiet hours; see {@link QuietHoursTable}. */
export function quietHours(db: Database): QuietHoursTable {
  return {
    find(conversationId) {
      return db.selectFrom('quietHours').selectAll().where('conversationId', '=', conversationId).executeTakeFirst();
    },

    all() {
      return db
        .selectFrom('quietHours')
        .innerJoin('conversations', 'conversations.id', 'quietHours.conversationId')
        .selectAll('quietHours')
        .select('conversations.timeZone')
        .execute();
    },

    async set({ conversationId, ...values }) {
      await db
        .insertInto('quietHours')
        .values({ conversationId, ...values })
        .onConflict((oc) => oc.column('conversationId').doUpdateSet(values))
        .execute();
    },

    async clear(conversationId) {
      await db.deleteFrom('quietHours').where('conversationId', '=', conversationId).execute();
    },
  };
}
