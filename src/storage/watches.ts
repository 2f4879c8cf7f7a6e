import { serialised, type Database } from './serialised';
import type { Watches } from './store';

const active = (db: Database) => db.selectFrom('watches').selectAll().where('endedAt', 'is', null);

/** The table of watches; see {@link Watches}. */
export function watches(db: Database): Watches {
  return {
    start(watch) {
      return serialised(db, async (tx) => {
        const running = await active(tx).where('conversationId', '=', watch.conversationId).executeTakeFirst();
        if (running) return { watch: running, started: false };
        const started = { ...watch, endedAt: null, endedReason: null };
        await tx.insertInto('watches').values(started).execute();
        return { watch: started, started: true };
      });
    },

    active() {
      return active(db).orderBy('startedAt').orderBy('id').execute();
    },

    activeIn(conversationId) {
      return active(db).where('conversationId', '=', conversationId).executeTakeFirst();
    },

    latestIn(conversationId) {
      return db
        .selectFrom('watches')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .orderBy('endedAt', (order) => order.desc().nullsFirst())
        .orderBy('startedAt', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    end(conversationId, reason, at) {
      return serialised(db, async (tx) => {
        const ended = await tx
          .updateTable('watches')
          .set({ endedAt: at, endedReason: reason })
          .where('conversationId', '=', conversationId)
          .where('endedAt', 'is', null)
          .executeTakeFirst();
        if (ended.numUpdatedRows === 0n) return false;
        await tx
          .deleteFrom('outbox')
          .where('conversationId', '=', conversationId)
          .where('kind', 'in', ['post', 'warn'])
          .where('state', '=', 'owed')
          .where('claimedUntil', 'is', null)
          .execute();
        return true;
      });
    },
  };
}
