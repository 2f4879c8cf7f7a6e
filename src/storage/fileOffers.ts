import type { FileOffers } from './fileOffer';
import type { Database } from './serialised';

/** How long an offer is known after its end, in ms: a late press is told why nothing comes. */
const rememberedMs = 7 * 86_400_000;

/** The table of file offers; see {@link FileOffers}. */
export function fileOffers(db: Database): FileOffers {
  return {
    async add(offer) {
      await db
        .deleteFrom('fileOffers')
        .where('expiresAt', '<', offer.createdAt - rememberedMs)
        .execute();
      await db
        .insertInto('fileOffers')
        .values({ ...offer, takenAt: null })
        .execute();
    },

    all: () => db.selectFrom('fileOffers').selectAll().execute(),

    async remove(ids) {
      if (ids.length > 0) await db.deleteFrom('fileOffers').where('id', 'in', ids).execute();
    },

    find(id) {
      return db.selectFrom('fileOffers').selectAll().where('id', '=', id).executeTakeFirst();
    },

    async take(id, personId, at) {
      const taken = await db
        .updateTable('fileOffers')
        .set({ takenAt: at })
        .where('id', '=', id)
        .where('personId', '=', personId)
        .where('takenAt', 'is', null)
        .where('expiresAt', '>', at)
        .executeTakeFirst();
      return taken.numUpdatedRows === 1n;
    },
  };
}
