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

/** A send as another process finds it. */
export interface FoundSend extends Send {
  /** Until when its process claims something in that conversation, ms since the epoch; null when the send has ended. */
  claimedUntil: number | null;
}

/** Where nothing may be sent before a time, ms since the epoch: Teams said so, or a send failed. */
export interface Pause {
  conversationId: string;
  until: number;
}

export interface Sends {
  /** Notes a send that does not come out of the outbox; those that do are noted by their claims. */
  record(send: Omit<Send, 'id'>): Promise<void>;
  /** What became known behind an id, and those named besides; in order. */
  found(query: { behind: number; besides: readonly number[]; now: number }): Promise<FoundSend[]>;
  /** Keeps the longer one where there is one already. */
  pause(pause: Pause): Promise<void>;
  pausedAt(now: number): Promise<Pause[]>;
  /** When the latest send was noted; undefined where none is. */
  lastAt(): Promise<number | undefined>;
  /** The clock was set back from one time to another: pauses last as long as before, and nothing was sent later than now. */
  clockSetBack(from: number, to: number): Promise<void>;
  /** Forgets what no limit looks back to. */
  forget(before: number): Promise<void>;
}

/** The tables of sends and pauses; see {@link Sends}. */
export function sends(db: Database): Sends {
  return {
    // One at a time, so that no id becomes visible after a higher one.
    record: (send) => serialised(db, async (tx) => void (await tx.insertInto('sends').values(send).execute())),

    found({ behind, besides, now }) {
      return (
        db
          .selectFrom('sends')
          .selectAll('sends')
          // What is folded into one card is several rows and one send.
          .select((eb) =>
            eb
              .selectFrom('outbox')
              .select((claimed) => claimed.fn.max('outbox.claimedUntil').as('until'))
              .whereRef('outbox.conversationId', '=', 'sends.conversationId')
              .whereRef('outbox.claimedBy', '=', 'sends.by')
              .where('outbox.claimedUntil', 'is not', null)
              .where('outbox.claimedUntil', '>', now)
              .as('claimedUntil'),
          )
          // The engines would otherwise read the whole table for what follows.
          .where('sends.id', '>=', Math.min(behind + 1, ...besides))
          .where((eb) => eb.or([eb('sends.id', '>', behind), ...besides.map((id) => eb('sends.id', '=', id))]))
          .orderBy('sends.id')
          .execute()
      );
    },

    async pause(pause) {
      const longer = { until: pause.until };
      await db
        .insertInto('pauses')
        .values(pause)
        .onConflict((oc) => oc.column('conversationId').doUpdateSet(longer).where('pauses.until', '<', pause.until))
        .execute();
    },

    pausedAt: (now) => db.selectFrom('pauses').selectAll().where('until', '>', now).execute(),

    async lastAt() {
      const last = db.selectFrom('sends').select((eb) => eb.fn.max<number | null>('at').as('at'));
      return (await last.executeTakeFirst())?.at ?? undefined;
    },

    async clockSetBack(from, to) {
      const lasting = db.updateTable('pauses').where('until', '>', to);
      await lasting.set((eb) => ({ until: eb('until', '-', from - to) })).execute();
      await db.updateTable('sends').set({ at: to }).where('at', '>', to).execute();
    },

    async forget(before) {
      await db.deleteFrom('sends').where('at', '<', before).execute();
      await db.deleteFrom('pauses').where('until', '<', before).execute();
    },
  };
}
