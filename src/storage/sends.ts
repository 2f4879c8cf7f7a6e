import { serialised, type Database } from './serialised';

/** One send to Teams, as it counts towards its limits. */
export interface Send {
  /** Counts up in the order in which sends became known. */
  id: number;
  conversationId: string;
  /** ms since the epoch. */
  at: number;
  /** The process that sent. */
  by: string;
}

/** Where nothing may be sent before a time, ms since the epoch, because Teams said so. */
export interface Pause {
  conversationId: string;
  until: number;
}

export interface Sends {
  /** Notes a send that does not come out of the outbox; those that do are noted by their claims. */
  record(send: Omit<Send, 'id'>): Promise<void>;
  /** What became known behind that id and is not older than `since`, in order. */
  after(id: number, since: number): Promise<Send[]>;
  pause(pause: Pause): Promise<void>;
  pausedAt(now: number): Promise<Pause[]>;
  /** Forgets what no limit looks back to. */
  forget(before: number): Promise<void>;
}

/** The tables of sends and pauses; see {@link Sends}. */
export function sends(db: Database): Sends {
  return {
    // One at a time, so that no id becomes visible after a higher one.
    record: (send) => serialised(db, async (tx) => void (await tx.insertInto('sends').values(send).execute())),

    after(id, since) {
      const behind = db.selectFrom('sends').selectAll().where('id', '>', id).where('at', '>=', since);
      return behind.orderBy('id').execute();
    },

    async pause(pause) {
      await db
        .insertInto('pauses')
        .values(pause)
        .onConflict((oc) => oc.column('conversationId').doUpdateSet({ until: pause.until }))
        .execute();
    },

    pausedAt: (now) => db.selectFrom('pauses').selectAll().where('until', '>', now).execute(),

    async forget(before) {
      await db.deleteFrom('sends').where('at', '<', before).execute();
      await db.deleteFrom('pauses').where('until', '<', before).execute();
    },
  };
}
