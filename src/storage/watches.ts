import { serialised, type Database } from './serialised';
import type { LostWatch, Watches } from './watch';

/** The table of watches; see {@link Watches}. */
export function watches(db: Database): Watches {
  return {
    start({ conditions = '{}', ...watch }) {
      return serialised(db, async (tx) => {
        const running = await runningIn(tx, watch.conversationId)
          .where('conditions', '=', conditions)
          .executeTakeFirst();
        if (running) return { watch: running, started: false };
        const started = { ...watch, conditions, pausedUntil: null, endedAt: null, endedReason: null };
        await tx.insertInto('watches').values(started).execute();
        return { watch: started, started: true };
      });
    },

    active: () => running(db).execute(),

    activeIn: (conversationId) => runningIn(db, conversationId).executeTakeFirst(),

    allIn: (conversationId) => runningIn(db, conversationId).execute(),

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

    lost: (ownerId, since) => lost(db, ownerId, since),

    change(id, to) {
      return serialised(db, async (tx) => {
        const watch = await running(tx).where('id', '=', id).executeTakeFirst();
        if (!watch) return false;
        const changed = { ...watch, ...to };
        const same = await runningIn(tx, watch.conversationId)
          .where('conditions', '=', changed.conditions)
          .where('id', '!=', id)
          .executeTakeFirst();
        if (same) return false;
        const { conditions, pausedUntil } = changed;
        await tx.updateTable('watches').set({ conditions, pausedUntil }).where('id', '=', id).execute();
        return true;
      });
    },

    end(conversationId, reason, at, id) {
      return serialised(db, async (tx) => {
        const ended = await tx
          .updateTable('watches')
          .set({ endedAt: at, endedReason: reason })
          .where('conversationId', '=', conversationId)
          .where('endedAt', 'is', null)
          .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
          .executeTakeFirst();
        if (ended.numUpdatedRows === 0n) return false;
        if (!(await runningIn(tx, conversationId).executeTakeFirst())) await dropOwed(tx, conversationId);
        return true;
      });
    },
  };
}

const running = (db: Database) =>
  db.selectFrom('watches').selectAll().where('endedAt', 'is', null).orderBy('startedAt').orderBy('id');

const runningIn = (db: Database, conversationId: string) => running(db).where('conversationId', '=', conversationId);

/** One for each conversation, however many watches it held. */
function lost(db: Database, ownerId: string, since: number): Promise<LostWatch[]> {
  return db
    .selectFrom('watches')
    .innerJoin('conversations', 'conversations.id', 'watches.conversationId')
    .where('watches.ownerId', '=', ownerId)
    .where('watches.endedAt', '>=', since)
    .whereRef('watches.endedAt', '=', 'conversations.removedAt')
    .groupBy(['conversations.id', 'conversations.name', 'conversations.removedReason'])
    .select((eb) => [
      'conversations.name as conversationName',
      eb.fn.max('watches.endedAt').$castTo<number>().as('endedAt'),
      eb.fn.coalesce('conversations.removedReason', eb.val('')).as('endedReason'),
    ])
    .orderBy('endedAt', 'desc')
    .execute();
}

async function dropOwed(db: Database, conversationId: string): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where('conversationId', '=', conversationId)
    .where('kind', 'in', ['post', 'warn', 'news'])
    .where('state', '=', 'owed')
    .where('claimedUntil', 'is', null)
    .execute();
}
