import type { Database } from './serialised';
import type { GivenUp } from './owed';

/** What an edit fails with when somebody has deleted its card: there is nothing to make up for. */
const cardDeleted = 'Teams answered 404 %';

/** What was given up where something can still be sent; see `Outbox.givenUp`. */
export function givenUp(db: Database, since: number, limit: number): Promise<GivenUp[]> {
  return db
    .selectFrom('outbox')
    .innerJoin('conversations', 'conversations.id', 'outbox.conversationId')
    .where('outbox.state', '=', 'buried')
    .where('outbox.finishedAt', '>=', since)
    .where('outbox.lastError', 'not like', cardDeleted)
    .where('conversations.removedAt', 'is', null)
    .groupBy(['outbox.conversationId', 'conversations.name', 'outbox.lastError'])
    .select((eb) => [
      'outbox.conversationId',
      'conversations.name as conversationName',
      eb.fn.coalesce('outbox.lastError', eb.val('')).as('why'),
      eb.fn.countAll<number>().as('rows'),
      eb.fn.coalesce(eb.fn.max('outbox.finishedAt'), eb.val(0)).as('latestAt'),
    ])
    .orderBy('latestAt', 'desc')
    .orderBy('outbox.conversationId')
    .limit(limit)
    .execute();
}

/** Owes it anew, except posts of referrals that have a card there meanwhile; see `Outbox.revive`. */
export async function revive(db: Database, now: number, conversationIds?: readonly string[]): Promise<number> {
  if (conversationIds?.length === 0) return 0;
  const reachable = db.selectFrom('conversations').select('id').where('removedAt', 'is', null);
  const revived = await db
    .updateTable('outbox')
    .set({ state: 'owed', dueAt: now, attempts: 0, lastError: null, finishedAt: null })
    .where('state', '=', 'buried')
    .where('lastError', 'not like', cardDeleted)
    .where('conversationId', 'in', reachable)
    .$if(conversationIds !== undefined, (query) => query.where('conversationId', 'in', conversationIds ?? []))
    .where((eb) =>
      eb.or([
        eb('kind', '!=', 'post'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('cards')
              .select('cards.activityId')
              .whereRef('cards.referralId', '=', 'outbox.referralId')
              .whereRef('cards.conversationId', '=', 'outbox.conversationId'),
          ),
        ),
      ]),
    )
    .executeTakeFirst();
  return Number(revived.numUpdatedRows);
}
