import { isUnclaimed } from './isUnclaimed';
import { serialised, type Database } from './serialised';

/** When a conversation wants its digest. */
export interface DigestSetting {
  /** 1 (Monday) to 7; null for every day. */
  weekday: number | null;
  /** `HH:MM` in the conversation's time zone. */
  time: string;
}

/** A digest that is wanted. Times are ms since the epoch, UTC. */
export interface DigestRow extends DigestSetting {
  conversationId: string;
  /** The name of the person who asked for it. */
  setBy: string;
  /** What happened from here on has been in no digest. */
  since: number;
  dueAt: number;
  /** How often the one that is due was tried, this try included. */
  attempts: number;
}

export interface Digests {
  find(conversationId: string): Promise<DigestRow | undefined>;
  /** Replaces what was set before; of that `since` stays. */
  set(row: Omit<DigestRow, 'attempts'>): Promise<void>;
  /** False if there was none. */
  clear(conversationId: string): Promise<boolean>;
  /** Claims the one that is longest due until a time, of some conversations none. Safe with other processes claiming. */
  claim(now: number, until: number, exceptConversations?: readonly string[]): Promise<DigestRow | undefined>;
  /** It was sent, or there was nothing to say: the next one begins at `since`. Does nothing where it was set anew meanwhile. */
  settle(row: DigestRow, next: { since: number; dueAt: number }): Promise<void>;
  /** Gives it back, to be tried again then. */
  postpone(row: DigestRow, until: number): Promise<void>;
}

/** The table of digests; see {@link Digests}. */
export function digests(db: Database): Digests {
  const same = ({ conversationId, dueAt }: DigestRow) =>
    db.updateTable('digests').where('conversationId', '=', conversationId).where('dueAt', '=', dueAt);
  return {
    find(conversationId) {
      return db.selectFrom('digests').select(columns).where('conversationId', '=', conversationId).executeTakeFirst();
    },

    async set(row) {
      const { weekday, time, setBy, dueAt } = row;
      const fresh = { weekday, time, setBy, dueAt, attempts: 0, claimedUntil: null };
      await db
        .insertInto('digests')
        .values({ ...row, ...fresh })
        .onConflict((oc) => oc.column('conversationId').doUpdateSet(fresh))
        .execute();
    },

    async clear(conversationId) {
      const cleared = await db.deleteFrom('digests').where('conversationId', '=', conversationId).executeTakeFirst();
      return cleared.numDeletedRows > 0n;
    },

    claim: (now, until, exceptConversations = []) => claim(db, now, until, exceptConversations),

    async settle(row, next) {
      await same(row)
        .set({ ...next, attempts: 0, claimedUntil: null })
        .execute();
    },

    async postpone(row, until) {
      await same(row).set({ claimedUntil: until }).execute();
    },
  };
}

const columns = ['conversationId', 'weekday', 'time', 'setBy', 'since', 'dueAt', 'attempts'] as const;

/** Serialised: two claims at the same moment would otherwise take the same row. */
function claim(
  db: Database,
  now: number,
  until: number,
  exceptConversations: readonly string[],
): Promise<DigestRow | undefined> {
  return serialised(db, async (tx) => {
    const next = await tx
      .selectFrom('digests')
      .select('conversationId')
      .where('dueAt', '<=', now)
      .$if(exceptConversations.length > 0, (query) => query.where('conversationId', 'not in', exceptConversations))
      .where(isUnclaimed(now, until))
      .orderBy('dueAt')
      .limit(1)
      .executeTakeFirst();
    if (!next) return undefined;
    return tx
      .updateTable('digests')
      .set((eb) => ({ claimedUntil: until, attempts: eb('attempts', '+', 1) }))
      .where('conversationId', '=', next.conversationId)
      .returning(columns)
      .executeTakeFirst();
  });
}
