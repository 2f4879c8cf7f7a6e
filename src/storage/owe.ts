import { serialised, type Database } from './serialised';
import type { Owed } from './owed';

/** Far below the number of parameters that either engine takes in one statement. */
export const rowsPerStatement = 500;

/** Owes each row once; what is owed to a conversation that was removed is left out. See `Outbox.owe`. */
export function owe(db: Database, rows: readonly Owed[]): Promise<void> {
  return serialised(db, async (tx) => {
    const reachable = await reachableRows(tx, rows);
    for (let i = 0; i < reachable.length; i += rowsPerStatement) {
      const chunk = reachable.slice(i, i + rowsPerStatement);
      await owePosts(
        tx,
        chunk.filter((row) => row.kind === 'post'),
      );
      await oweAnew(
        tx,
        chunk.filter((row) => row.kind !== 'post'),
      );
    }
  });
}

/** PostgreSQL refuses a statement that would change a row twice. */
function onePerKey(rows: readonly Owed[]): Owed[] {
  const byKey = new Map<string, Owed>();
  for (const row of rows) {
    const key = JSON.stringify([row.kind, row.referralId, row.conversationId, row.activityId]);
    const other = byKey.get(key);
    byKey.set(key, other && other.dueAt <= row.dueAt ? other : row);
  }
  return [...byKey.values()];
}

/** One row per key, without those of conversations that were removed. */
export async function reachableRows(db: Database, rows: readonly Owed[]): Promise<Owed[]> {
  const removed = await db.selectFrom('conversations').select('id').where('removedAt', 'is not', null).execute();
  const ids = new Set(removed.map((conversation) => conversation.id));
  return onePerKey(rows).filter((row) => !ids.has(row.conversationId));
}

async function owePosts(db: Database, rows: readonly Owed[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('outbox')
    .values(rows)
    .onConflict((oc) => oc.columns(['kind', 'referralId', 'conversationId', 'activityId']).doNothing())
    .execute();
}

/**
 * An update, a reminder or news that is being sent at this moment may already show the older state, so it is marked to be sent again after that;
 * one that was carried out or buried is owed anew.
 */
async function oweAnew(db: Database, rows: readonly Owed[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('outbox')
    .values(rows)
    .onConflict((oc) =>
      oc.columns(['kind', 'referralId', 'conversationId', 'activityId']).doUpdateSet((eb) => {
        const owed = eb('outbox.state', '=', 'owed');
        const claimed = eb.and([owed, eb('outbox.claimedUntil', 'is not', null)]);
        const known = eb
          .case()
          .when(claimed)
          .then(eb.ref('outbox.againAt'))
          .when(owed)
          .then(eb.ref('outbox.dueAt'))
          .end();
        const earlier = eb
          .case()
          .when(known, '<=', eb.ref('excluded.dueAt'))
          .then(known)
          .else(eb.ref('excluded.dueAt'))
          .end()
          .$notNull();
        return {
          state: 'owed',
          position: eb.ref('excluded.position'),
          dueAt: eb.case().when(claimed).then(eb.ref('outbox.dueAt')).else(earlier).end(),
          againAt: eb.case().when(claimed).then(earlier).end(),
          attempts: eb.case().when(owed).then(eb.ref('outbox.attempts')).else(0).end(),
          lastError: eb.case().when(owed).then(eb.ref('outbox.lastError')).end(),
          finishedAt: null,
        };
      }),
    )
    .execute();
}
