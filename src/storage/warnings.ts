import type { Database } from './serialised';

/** What a conversation was already reminded of, of one referral whose card it has. Times are ms since the epoch, UTC. */
export interface WarningRow {
  referralId: string;
  conversationId: string;
  /** When the first card of the referral came to the conversation. */
  postedAt: number;
  /** The rank of the latest stage that was owed; null before the first. */
  rank: number | null;
  /** When to look at it next; null when nothing more will be said. */
  lookAt: number | null;
  /** A person put the warnings off until then. */
  snoozedUntil: number | null;
}

export interface Warnings {
  /** Begins to remind a conversation of a referral that was posted there; one that has begun goes on. */
  begin(referralId: string, conversationId: string, postedAt: number): Promise<void>;
  find(referralId: string, conversationId: string): Promise<WarningRow | undefined>;
  /** So many that are to be looked at by now, the longest due first. */
  due(now: number, limit: number): Promise<WarningRow[]>;
  /** When the next one is to be looked at. */
  nextLookAt(): Promise<number | undefined>;
  /** The referral has changed: all of its rows are to be looked at now. */
  reconsider(referralId: string, now: number): Promise<void>;
  /** The times at which a conversation may be reminded have changed: its rows that are to be looked at are looked at now. */
  reconsiderIn(conversationId: string, now: number): Promise<void>;
  /** Replaces the row. Only call inside a transaction that read it. */
  save(row: WarningRow): Promise<void>;
}

/** The table of reminders; see {@link Warnings}. */
export function warnings(db: Database): Warnings {
  return {
    async begin(referralId, conversationId, postedAt) {
      const row = { referralId, conversationId, postedAt, rank: null, lookAt: postedAt, snoozedUntil: null };
      await db
        .insertInto('warnings')
        .values(row)
        .onConflict((oc) => oc.columns(['referralId', 'conversationId']).doNothing())
        .execute();
    },

    find(referralId, conversationId) {
      const all = db.selectFrom('warnings').selectAll();
      return all.where('referralId', '=', referralId).where('conversationId', '=', conversationId).executeTakeFirst();
    },

    due(now, limit) {
      return db
        .selectFrom('warnings')
        .selectAll()
        .where('lookAt', '<=', now)
        .orderBy('lookAt')
        .orderBy('referralId')
        .orderBy('conversationId')
        .limit(limit)
        .execute();
    },

    async nextLookAt() {
      const next = db.selectFrom('warnings').select((eb) => eb.fn.min<number | null>('lookAt').as('at'));
      return (await next.executeTakeFirst())?.at ?? undefined;
    },

    async reconsider(referralId, now) {
      await db.updateTable('warnings').set({ lookAt: now }).where('referralId', '=', referralId).execute();
    },

    async reconsiderIn(conversationId, now) {
      await db
        .updateTable('warnings')
        .set({ lookAt: now })
        .where('conversationId', '=', conversationId)
        .where('lookAt', 'is not', null)
        .execute();
    },

    async save({ referralId, conversationId, ...values }) {
      await db
        .updateTable('warnings')
        .set(values)
        .where('referralId', '=', referralId)
        .where('conversationId', '=', conversationId)
        .execute();
    },
  };
}
