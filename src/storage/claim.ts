import { clockToleranceMs } from './clockTolerance';
import { firstDueAt, withLanes } from './lanes';
import { serialised, type Database } from './serialised';
import type { OutboxRow } from './owed';

/** The columns that an {@link OutboxRow} has. */
export const columns = [
  'id',
  'kind',
  'referralId',
  'conversationId',
  'activityId',
  'position',
  'dueAt',
  'attempts',
  'claims',
  'claimedBy',
  'claimedUntil',
  'lastError',
] as const;

/** The query for the id of the row to claim next. (Nothing is ever owed to a conversation that was removed.) */
export function nextClaimable(db: Database, now: number, leaseMs: number, exceptConversations: readonly string[]) {
  // Whatever has ended is not claimed.
  const claimed = db
    .selectFrom('outbox')
    .select('conversationId')
    .where('claimedUntil', '>', now)
    .where('claimedUntil', '<=', now + leaseMs + clockToleranceMs);
  return (
    withLanes(db)
      .selectFrom('lanes')
      .innerJoin('outbox', (join) =>
        join.on('outbox.id', '=', (eb) =>
          eb
            .selectFrom('outbox as due')
            .select('due.id')
            .where('due.state', '=', 'owed')
            .whereRef('due.conversationId', '=', 'lanes.conversationId')
            // Not by the index of due times: that would sort everything that is due there.
            .where((due) => due(due('due.dueAt', '+', 0), '<=', now))
            .orderBy('due.position')
            .orderBy('due.id')
            .limit(1),
        ),
      )
      .select('outbox.id')
      .$if(exceptConversations.length > 0, (qb) => qb.where('lanes.conversationId', 'not in', exceptConversations))
      .where('lanes.conversationId', 'not in', claimed)
      // So that a queue of which nothing is due yet is not read through.
      .where((eb) => eb(firstDueAt(eb), '<=', now))
      .orderBy('outbox.position')
      .orderBy('outbox.id')
      .limit(1)
  );
}

/** Claims the next due row; see `Outbox.claim`. */
export function claim(
  db: Database,
  claimant: string,
  now: number,
  leaseMs: number,
  exceptConversations: readonly string[] = [],
): Promise<OutboxRow | undefined> {
  // Serialised: two claims at the same moment would otherwise not see each other and take two rows of one conversation.
  return serialised(db, async (tx) => {
    const row = await tx
      .updateTable('outbox')
      .set((eb) => ({
        claimedBy: claimant,
        claimedUntil: now + leaseMs,
        attempts: eb('attempts', '+', 1),
        claims: eb('claims', '+', 1),
        // Whoever claims now reads the present state, so what was owed during an earlier claim is carried out with it.
        againAt: null,
      }))
      .where('id', '=', nextClaimable(tx, now, leaseMs, exceptConversations))
      .returning(columns)
      .executeTakeFirst();
    // Whoever claims next, in whatever process, counts this one.
    if (row)
      await tx.insertInto('sends').values({ conversationId: row.conversationId, at: now, by: claimant }).execute();
    return row;
  });
}
