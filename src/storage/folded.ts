import type { Card } from './card';
import type { Database } from './serialised';

/** The referrals that list cards show, each with the list card that shows it: several have one `activityId`. */
export interface Folded {
  /** Wherever a list card shows the referral. */
  ofReferral(referralId: string): Promise<Card[]>;
  /** Everything that one list card shows. */
  onCard(conversationId: string, activityId: string): Promise<Card[]>;
  /** Inserts, or updates `sentAt` and `shownVersion`. */
  save(rows: readonly Card[]): Promise<void>;
}

/** The table of what list cards show; see {@link Folded}. */
export function folded(db: Database): Folded {
  return {
    ofReferral(referralId) {
      return db
        .selectFrom('folded')
        .selectAll()
        .where('referralId', '=', referralId)
        .orderBy('postedAt')
        .orderBy('activityId')
        .execute();
    },

    onCard(conversationId, activityId) {
      return db
        .selectFrom('folded')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .where('activityId', '=', activityId)
        .orderBy('referralId')
        .execute();
    },

    async save(rows) {
      if (rows.length === 0) return;
      await db
        .insertInto('folded')
        .values(rows)
        .onConflict((oc) =>
          oc.columns(['conversationId', 'activityId', 'referralId']).doUpdateSet((eb) => ({
            sentAt: eb.ref('excluded.sentAt'),
            shownVersion: eb.ref('excluded.shownVersion'),
          })),
        )
        .execute();
    },
  };
}
