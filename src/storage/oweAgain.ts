import { reachableRows, rowsPerStatement } from './owe';
import { serialised, type Database } from './serialised';
import type { Owed } from './owed';

/** Owes posts that a person asks for, and gives how many became owed; see `Outbox.oweAsked`. */
export const oweAsked = (db: Database, posts: readonly Owed[]): Promise<number> =>
  oweAgain(db, posts, ['cards', 'folded']);

/** The same, also for what list cards show; see `Outbox.oweUnfolded`. */
export const oweUnfolded = (db: Database, posts: readonly Owed[]): Promise<number> => oweAgain(db, posts, ['cards']);

/** Where a conversation may show a referral. */
type ShownBy = 'cards' | 'folded';

function oweAgain(db: Database, posts: readonly Owed[], shownBy: readonly ShownBy[]): Promise<number> {
  return serialised(db, async (tx) => {
    const reachable = await reachableRows(tx, posts);
    let became = 0;
    for (let i = 0; i < reachable.length; i += rowsPerStatement) {
      let chunk = reachable.slice(i, i + rowsPerStatement);
      for (const table of shownBy) chunk = await withoutThoseIn(tx, table, chunk);
      became += await oweUnshown(tx, chunk);
    }
    return became;
  });
}

async function withoutThoseIn(db: Database, table: ShownBy, posts: readonly Owed[]): Promise<Owed[]> {
  const ids = posts.map((post) => post.referralId);
  const shown = await db
    .selectFrom(table)
    .select(['referralId', 'conversationId'])
    .where('referralId', 'in', ids)
    .execute();
  const keys = new Set(shown.map(({ referralId, conversationId }) => JSON.stringify([referralId, conversationId])));
  return posts.filter(({ referralId, conversationId }) => !keys.has(JSON.stringify([referralId, conversationId])));
}

async function oweUnshown(db: Database, posts: readonly Owed[]): Promise<number> {
  if (posts.length === 0) return 0;
  const owed = await db
    .insertInto('outbox')
    .values(posts)
    .onConflict((oc) =>
      oc
        .columns(['kind', 'referralId', 'conversationId', 'activityId'])
        .doUpdateSet((eb) => ({
          state: 'owed',
          position: eb.ref('excluded.position'),
          dueAt: eb.ref('excluded.dueAt'),
          attempts: 0,
          lastError: null,
          finishedAt: null,
        }))
        .where('outbox.state', '!=', 'owed'),
    )
    .returning('id')
    .execute();
  return owed.length;
}

/**
 * Lets withheld posts of a referral fall due anew; see `Outbox.oweWithheld`. One that is claimed at this moment may be about to
 * be withheld on the older state, so it is marked to be tried again after that.
 */
export async function oweWithheld(db: Database, referralId: string, now: number): Promise<number> {
  const watching = db.selectFrom('watches').select('conversationId').where('endedAt', 'is', null);
  const changed = await db
    .updateTable('outbox')
    .set((eb) => {
      const claimed = eb('state', '=', 'owed');
      return {
        state: 'owed',
        dueAt: eb.case().when(claimed).then(eb.ref('dueAt')).else(now).end(),
        againAt: eb.case().when(claimed).then(now).end(),
        attempts: eb.case().when(claimed).then(eb.ref('attempts')).else(0).end(),
        finishedAt: null,
      };
    })
    .where('kind', '=', 'post')
    .where('referralId', '=', referralId)
    .where((eb) =>
      eb.or([eb('state', '=', 'withheld'), eb.and([eb('state', '=', 'owed'), eb('claimedUntil', 'is not', null)])]),
    )
    .where('conversationId', 'in', watching)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows);
}
