import { sql } from 'kysely';
import { serialised, type Database } from './serialised';
import type { Conversations } from './store';

/** The table of conversations; see {@link Conversations}. */
export function conversations(db: Database): Conversations {
  return {
    async save(conversation) {
      await db
        .insertInto('conversations')
        .values({ ...conversation, greetedAt: null, removedAt: null, removedReason: null })
        .onConflict((oc) =>
          oc.column('id').doUpdateSet((eb) => ({
            kind: eb.ref('excluded.kind'),
            serviceUrl: eb.ref('excluded.serviceUrl'),
            botId: eb.ref('excluded.botId'),
            // Not every activity tells these.
            tenantId: eb.fn.coalesce('excluded.tenantId', 'conversations.tenantId'),
            teamId: eb.fn.coalesce('excluded.teamId', 'conversations.teamId'),
            name: eb.fn.coalesce('excluded.name', 'conversations.name'),
            // Where many read, language and time zone are those of the first activity, not of whoever spoke last.
            locale: eb
              .case()
              .when('conversations.kind', '=', 'personal')
              .then(eb.fn.coalesce('excluded.locale', 'conversations.locale'))
              .else(eb.fn.coalesce('conversations.locale', 'excluded.locale'))
              .end(),
            timeZone: eb
              .case()
              .when('conversations.kind', '=', 'personal')
              .then(eb.fn.coalesce('excluded.timeZone', 'conversations.timeZone'))
              .else(eb.fn.coalesce('conversations.timeZone', 'excluded.timeZone'))
              .end(),
            installedAt: eb
              .case()
              .when('conversations.removedAt', 'is', null)
              .then(eb.ref('conversations.installedAt'))
              .else(eb.ref('excluded.installedAt'))
              .end(),
            greetedAt: eb
              .case()
              .when('conversations.removedAt', 'is', null)
              .then(eb.ref('conversations.greetedAt'))
              .else(sql<null>`null`)
              .end(),
            removedAt: null,
            removedReason: null,
          })),
        )
        .execute();
    },

    find(id) {
      return db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
    },

    inTeam(teamId) {
      const inIt = db.selectFrom('conversations').selectAll().where('teamId', '=', teamId);
      return inIt.where('removedAt', 'is', null).execute();
    },

    async claimGreeting(id, at) {
      const claimed = await db
        .updateTable('conversations')
        .set({ greetedAt: at })
        .where('id', '=', id)
        .where('greetedAt', 'is', null)
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      return claimed.numUpdatedRows === 1n;
    },

    async releaseGreeting(id) {
      await db.updateTable('conversations').set({ greetedAt: null }).where('id', '=', id).execute();
    },

    remove(id, reason, at) {
      return serialised(db, async (tx) => {
        const removed = await tx
          .updateTable('conversations')
          .set({ removedAt: at, removedReason: reason })
          .where('id', '=', id)
          .where('removedAt', 'is', null)
          .executeTakeFirst();
        if (removed.numUpdatedRows === 0n) return;
        await tx
          .updateTable('watches')
          .set({ endedAt: at, endedReason: reason })
          .where('conversationId', '=', id)
          .where('endedAt', 'is', null)
          .execute();
        await tx
          .updateTable('outbox')
          .set({
            state: 'buried',
            finishedAt: at,
            lastError: reason,
            claimedBy: null,
            claimedUntil: null,
            againAt: null,
          })
          .where('conversationId', '=', id)
          .where('state', '=', 'owed')
          .execute();
      });
    },
  };
}
