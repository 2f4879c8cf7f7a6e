import type { Database } from './serialised';

/** An activity that was taken, as it is kept. */
export interface TakenActivity {
  hash: string;
  /** ms since the epoch. */
  at: number;
}

export interface TakenActivities {
  /** Notes an activity; false if it was taken before. What is older than `forgottenBefore` is forgotten. */
  take(activity: TakenActivity, forgottenBefore: number): Promise<boolean>;
}

/** The table of activities that were taken; see {@link TakenActivities}. */
export function takenActivities(db: Database): TakenActivities {
  return {
    async take(activity, forgottenBefore) {
      await db.deleteFrom('takenActivities').where('at', '<', forgottenBefore).execute();
      const noted = await db
        .insertInto('takenActivities')
        .values(activity)
        .onConflict((oc) => oc.column('hash').doNothing())
        .executeTakeFirst();
      return noted.numInsertedOrUpdatedRows === 1n;
    },
  };
}
