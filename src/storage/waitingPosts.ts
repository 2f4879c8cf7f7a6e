import { rowsPerStatement } from './owe';
import type { Database } from './serialised';

/** See `Outbox.waitingPosts`. */
export async function waitingPosts(db: Database, conversationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('referralId')
    .where('conversationId', '=', conversationId)
    .where('kind', '=', 'post')
    .where('state', '=', 'owed')
    .where('claimedUntil', 'is', null)
    .execute();
  return rows.map(({ referralId }) => referralId);
}

/** See `Outbox.dropPosts`. */
export async function dropPosts(db: Database, conversationId: string, referralIds: readonly string[]): Promise<void> {
  for (let i = 0; i < referralIds.length; i += rowsPerStatement) {
    await db
      .deleteFrom('outbox')
      .where('conversationId', '=', conversationId)
      .where('kind', '=', 'post')
      .where('state', '=', 'owed')
      .where('claimedUntil', 'is', null)
      .where('referralId', 'in', referralIds.slice(i, i + rowsPerStatement))
      .execute();
  }
}
