import { claim } from './claim';
import { claimBurst } from './claimBurst';
import { givenUp, revive } from './givenUp';
import { firstDueAt, withLanes } from './lanes';
import { owe } from './owe';
import { oweAsked, oweUnfolded, oweWithheld } from './oweAgain';
import { dropPosts, waitingPosts } from './waitingPosts';
import type { Database } from './serialised';
import type { Outbox, OutboxRow } from './owed';

const unclaimed = { claimedBy: null, claimedUntil: null, againAt: null };

/** The table of what is owed to Teams; see {@link Outbox}. */
export function outbox(db: Database): Outbox {
  return {
    owe: (rows) => owe(db, rows),

    oweAsked: (posts) => oweAsked(db, posts),

    oweUnfolded: (posts) => oweUnfolded(db, posts),

    oweWithheld: (referralId, now) => oweWithheld(db, referralId, now),

    claim: (claimant, now, leaseMs, exceptConversations) => claim(db, claimant, now, leaseMs, exceptConversations),

    claimBurst: (row, now, size) => claimBurst(db, row, now, size),

    complete: (row, at) => finish(db, row, 'done', at, null),

    async withhold(row, at) {
      await finish(db, row, 'withheld', at, null);
    },

    async postpone(row, dueAt, error) {
      const given = await ifStillClaimed(db, row)
        .set({ ...unclaimed, dueAt, lastError: error })
        .executeTakeFirst();
      return given.numUpdatedRows === 1n;
    },

    async includeLater(row) {
      await ifStillClaimed(db, row).set({ againAt: null }).execute();
    },

    async release(row, dueAt = row.dueAt) {
      await ifStillClaimed(db, row)
        .set((eb) => ({ ...unclaimed, dueAt, attempts: eb('attempts', '-', 1) }))
        .execute();
    },

    async bury(row, error, at) {
      await finish(db, row, 'buried', at, error);
    },

    givenUp: (since, limit) => givenUp(db, since, limit),

    revive: (now, conversationIds) => revive(db, now, conversationIds),

    waitingPosts: (conversationId) => waitingPosts(db, conversationId),

    dropPosts: (conversationId, referralIds) => dropPosts(db, conversationId, referralIds),

    async clockSetBack(from, to) {
      const owed = db.updateTable('outbox').set({ dueAt: to }).where('state', '=', 'owed');
      await owed.where('dueAt', '>', to).where('dueAt', '<=', from).execute();
    },

    nextDueAt: () => nextDueAt(db),

    depth: () => depth(db),
  };
}

/** A change of `row` that happens only while the claim is the one that `row` came from. */
function ifStillClaimed(db: Database, row: OutboxRow) {
  return db
    .updateTable('outbox')
    .where('id', '=', row.id)
    .where('state', '=', 'owed')
    .where('claimedUntil', 'is not', null)
    .where('claims', '=', row.claims);
}

/** Ends the row, unless it was owed again while it was claimed: then it falls due anew, a post only if it was withheld. */
async function finish(
  db: Database,
  row: OutboxRow,
  state: 'done' | 'buried' | 'withheld',
  at: number,
  lastError: string | null,
): Promise<boolean> {
  const mayFallDueAnew = row.kind !== 'post' || state === 'withheld';
  const finished = await ifStillClaimed(db, row)
    .set((eb) => {
      if (!mayFallDueAnew) return { ...unclaimed, state, finishedAt: at, lastError };
      const again = eb('againAt', 'is not', null);
      return {
        ...unclaimed,
        state: eb
          .case()
          .when(again)
          .then('owed' as const)
          .else(state)
          .end(),
        dueAt: eb.fn.coalesce('againAt', 'dueAt'),
        attempts: eb.case().when(again).then(0).else(eb.ref('attempts')).end(),
        finishedAt: eb.case().when(again).then(null).else(at).end(),
        lastError,
      };
    })
    .executeTakeFirst();
  return finished.numUpdatedRows === 1n;
}

/** A claimed row, and the others of its conversation, can be claimed once that claim has run out. */
async function nextDueAt(db: Database): Promise<number | undefined> {
  const lanes = await withLanes(db)
    .selectFrom('lanes')
    .where('lanes.conversationId', 'is not', null)
    .select((eb) => [
      firstDueAt(eb).as('dueAt'),
      eb
        .selectFrom('outbox')
        .whereRef('outbox.conversationId', '=', 'lanes.conversationId')
        .where('outbox.claimedUntil', 'is not', null)
        .select((row) => row.fn.max('outbox.claimedUntil').as('at'))
        .as('claimedUntil'),
    ])
    .execute();
  if (lanes.length === 0) return undefined;
  return Math.min(...lanes.map(({ dueAt, claimedUntil }) => Math.max(dueAt ?? 0, claimedUntil ?? 0)));
}

async function depth(db: Database): ReturnType<Outbox['depth']> {
  const states = await db
    .selectFrom('outbox')
    .select((eb) => [
      'state',
      eb.fn.countAll<number>().as('rows'),
      eb.fn.count<number>('lastError').as('failed'),
      eb.fn.min('dueAt').as('oldestDueAt'),
    ])
    .where('state', 'in', ['owed', 'buried'])
    .groupBy('state')
    .execute();
  const owed = states.find((row) => row.state === 'owed');
  const buried = states.find((row) => row.state === 'buried');
  const { rows = 0, failed = 0, oldestDueAt = null } = owed ?? {};
  return { owed: rows, retrying: failed, buried: buried?.rows ?? 0, oldestDueAt };
}
