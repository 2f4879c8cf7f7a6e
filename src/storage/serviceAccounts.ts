import type { Database } from './serialised';
import type { ServiceAccounts } from './serviceAccount';

/** What the account is for; the only purpose there is. */
const purpose = 'watching';

const columns = [
  'connectionId',
  'accountId',
  'accountName',
  'connectedById',
  'connectedByName',
  'connectedAt',
  'refreshedAt',
  'endedAt',
  'endedWhy',
  'endedCode',
] as const;

/** The table of the connected account; see {@link ServiceAccounts}. */
export function serviceAccounts(db: Database): ServiceAccounts {
  return {
    find() {
      return db.selectFrom('serviceAccounts').select(columns).where('purpose', '=', purpose).executeTakeFirst();
    },

    async save(account) {
      await db
        .insertInto('serviceAccounts')
        .values({ ...account, purpose })
        .onConflict((oc) => oc.column('purpose').doUpdateSet(account))
        .execute();
    },

    async refreshed(connectionId, at) {
      await db
        .updateTable('serviceAccounts')
        .set({ refreshedAt: at })
        .where('connectionId', '=', connectionId)
        .execute();
    },

    async end(connectionId, at, why, code) {
      const ended = await db
        .updateTable('serviceAccounts')
        .set({ endedAt: at, endedWhy: why, endedCode: code })
        .where('connectionId', '=', connectionId)
        .where('endedAt', 'is', null)
        .executeTakeFirst();
      return ended.numUpdatedRows === 1n;
    },

    remove() {
      return db.deleteFrom('serviceAccounts').where('purpose', '=', purpose).returning(columns).executeTakeFirst();
    },
  };
}
