import { rowsPerStatement } from './owe';
import { serialised, type Database } from './serialised';
import type { Cards } from './store';

/** The table of cards that Teams holds; see {@link Cards}. */
export function cards(db: Database): Cards {
  return {
    ofReferral(referralId) {
      return db
        .selectFrom('cards')
        .selectAll()
        .where('referralId', '=', referralId)
        .orderBy('postedAt')
        .orderBy('activityId')
        .execute();
    },

    find(conversationId, activityId) {
      return db
        .selectFrom('cards')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .where('activityId', '=', activityId)
        .executeTakeFirst();
    },

    async shownIn(conversationId, referralIds) {
      const shown = new Set<string>();
      for (let i = 0; i < referralIds.length; i += rowsPerStatement) {
        const rows = await db
          .selectFrom('cards')
          .select('referralId')
          .where('conversationId', '=', conversationId)
          .where('referralId', 'in', referralIds.slice(i, i + rowsPerStatement))
          .execute();
        for (const row of rows) shown.add(row.referralId);
      }
      return shown;
    },

    async save(card) {
      await db
        .insertInto('cards')
        .values(card)
        .onConflict((oc) =>
          oc
            .columns(['conversationId', 'activityId'])
            .doUpdateSet({ sentAt: card.sentAt, shownVersion: card.shownVersion }),
        )
        .execute();
    },

    forget(referralIds) {
      return serialised(db, async (tx) => {
        for (let i = 0; i < referralIds.length; i += rowsPerStatement) {
          const ids = referralIds.slice(i, i + rowsPerStatement);
          for (const table of ['cards', 'folded', 'outbox', 'warnings'] as const) {
            await tx.deleteFrom(table).where('referralId', 'in', ids).execute();
          }
        }
      });
    },
  };
}
