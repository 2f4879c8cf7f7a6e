import { columns } from './claim';
import type { BurstSize, OutboxRow } from './owed';
import { serialised, type Database } from './serialised';

/** Claims the posts that wait together with a claimed one; see `Outbox.claimBurst`. */
export async function claimBurst(
  db: Database,
  row: OutboxRow,
  now: number,
  { above, most }: BurstSize,
): Promise<OutboxRow[]> {
  const { conversationId } = row;
  const asked = db.selectFrom('folding').select('setBy').where('conversationId', '=', conversationId);
  if (row.kind !== 'post' || !(await asked.executeTakeFirst())) return [row];
  return serialised(db, async (tx) => {
    const waiting = await waitingPosts(tx, conversationId, now);
    const present = await tx.selectFrom('outbox').select('claims').where('id', '=', row.id).executeTakeFirst();
    if (present?.claims !== row.claims) return [];
    if (waiting.length <= above || !waiting.some(({ id }) => id === row.id)) return [row];
    // In equal parts: otherwise the last few would come one by one.
    const share = Math.ceil(waiting.length / Math.ceil(waiting.length / most));
    const others = waiting.filter(({ id }) => id !== row.id).slice(0, share - 1);
    const claimed = await tx
      .updateTable('outbox')
      .set((eb) => ({
        claimedBy: row.claimedBy,
        claimedUntil: row.claimedUntil,
        attempts: eb('attempts', '+', 1),
        claims: eb('claims', '+', 1),
        againAt: null,
      }))
      .where(
        'id',
        'in',
        others.map(({ id }) => id),
      )
      .returning(columns)
      .execute();
    return [row, ...claimed.toSorted((a, b) => a.position - b.position || a.id - b.id)];
  });
}

/** Posts that are due, without those that somebody asked for on a list card: these come as cards of their own. */
function waitingPosts(db: Database, conversationId: string, now: number) {
  return db
    .selectFrom('outbox')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('kind', '=', 'post')
    .where('state', '=', 'owed')
    .where('dueAt', '<=', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('folded')
            .select('folded.referralId')
            .whereRef('folded.referralId', '=', 'outbox.referralId')
            .whereRef('folded.conversationId', '=', 'outbox.conversationId'),
        ),
      ),
    )
    .orderBy('position')
    .orderBy('id')
    .execute();
}
