import type { EventClaim, Events } from './event';
import { clockToleranceMs } from './clockTolerance';
import { serialised, type Database } from './serialised';

const claimed = (db: Database, { id }: EventClaim) =>
  db.updateTable('events').where('claimedBy', '=', id).where('finishedAt', 'is', null);

/** The table of events; see {@link Events}. */
export function events(db: Database): Events {
  const waiting = () => db.selectFrom('events').where('finishedAt', 'is', null);
  return {
    async receive(event) {
      const row = { ...event, dueAt: event.receivedAt, claimedBy: null, claimedUntil: null, finishedAt: null };
      const inserted = await db
        .insertInto('events')
        .values(row)
        .onConflict((oc) => oc.column('key').doNothing())
        .executeTakeFirst();
      return inserted.numInsertedOrUpdatedRows === 1n;
    },

    claim: (claimId, now, until) => claim(db, claimId, now, until),

    async finish(of, at) {
      const finished = await claimed(db, of).set({ finishedAt: at, claimedUntil: null }).executeTakeFirst();
      return finished.numUpdatedRows > 0n;
    },

    async postpone(of, dueAt) {
      await claimed(db, of).set({ dueAt, claimedBy: null, claimedUntil: null }).execute();
    },

    async nextDueAt() {
      const free = waiting().where('claimedUntil', 'is', null);
      const due = await free.select((eb) => eb.fn.min<number | null>('dueAt').as('at')).executeTakeFirst();
      const held = await waiting()
        .select((eb) => eb.fn.min<number | null>('claimedUntil').as('at'))
        .executeTakeFirst();
      const times = [due?.at, held?.at].filter((at) => typeof at === 'number');
      return times.length > 0 ? Math.min(...times) : undefined;
    },

    async lastReceivedAt() {
      const last = db.selectFrom('events').select((eb) => eb.fn.max<number | null>('receivedAt').as('at'));
      return (await last.executeTakeFirst())?.at ?? undefined;
    },

    async forget(before) {
      await db.deleteFrom('events').where('finishedAt', 'is not', null).where('receivedAt', '<', before).execute();
    },
  };
}

/** Serialised: two claims at the same moment would otherwise take the same thing. */
function claim(db: Database, id: string, now: number, until: number): Promise<EventClaim | undefined> {
  return serialised(db, async (tx) => {
    // Found once: of one subject there may be very many events.
    const held = tx
      .selectFrom('events')
      .select(['topic', 'subject'])
      .where('finishedAt', 'is', null)
      .where('claimedUntil', '>', now)
      .where('claimedUntil', '<=', until + clockToleranceMs)
      .$asTuple('topic', 'subject');
    const next = await tx
      .selectFrom('events')
      .select(['topic', 'subject'])
      .where('finishedAt', 'is', null)
      .where('dueAt', '<=', now)
      .where((eb) => eb(eb.refTuple('topic', 'subject'), 'not in', held))
      .orderBy('dueAt')
      .orderBy('key')
      .limit(1)
      .executeTakeFirst();
    if (!next) return undefined;
    const rows = await tx
      .updateTable('events')
      .set((eb) => ({ claimedBy: id, claimedUntil: until, attempts: eb('attempts', '+', 1) }))
      .where('topic', '=', next.topic)
      .where('subject', '=', next.subject)
      .where('finishedAt', 'is', null)
      .returning(['attempts', 'receivedAt'])
      .execute();
    const attempts = Math.max(...rows.map((row) => row.attempts));
    return { id, ...next, attempts, receivedAt: Math.max(...rows.map((row) => row.receivedAt)) };
  });
}
