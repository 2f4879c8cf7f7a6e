import type { Database } from './serialised';
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
  };
}
