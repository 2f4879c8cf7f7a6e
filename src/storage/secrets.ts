import type { Database } from './serialised';
import type { Secret, Secrets } from './secret';

const columns = ['name', 'version', 'keyId', 'sealed', 'expiresAt'] as const;

/** The table of encrypted secrets; see {@link Secrets}. */
export function secrets(db: Database): Secrets {
  return {
    find(name, now) {
      return db
        .selectFrom('secrets')
        .select(columns)
        .where('name', '=', name)
        .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
        .executeTakeFirst();
    },

    save: (secret, replaces) => (replaces === null ? insert(db, secret) : replace(db, secret, replaces)),

    take(name, now) {
      return db
        .deleteFrom('secrets')
        .where('name', '=', name)
        .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
        .returning(columns)
        .executeTakeFirst();
    },

    async remove(name) {
      await db.deleteFrom('secrets').where('name', '=', name).execute();
    },

    lock(name, holder, now, until) {
      return db
        .updateTable('secrets')
        .set({ lockedBy: holder, lockedUntil: until })
        .where('name', '=', name)
        .where((eb) => eb.or([eb('lockedUntil', 'is', null), eb('lockedUntil', '<=', now)]))
        .returning(columns)
        .executeTakeFirst();
    },

    async unlock(name, holder) {
      const free = { lockedBy: null, lockedUntil: null };
      await db.updateTable('secrets').set(free).where('name', '=', name).where('lockedBy', '=', holder).execute();
    },

    async removeEnded(now) {
      await db.deleteFrom('secrets').where('expiresAt', '<=', now).execute();
    },
  };
}

async function insert(db: Database, secret: Secret): Promise<boolean> {
  const inserted = await db
    .insertInto('secrets')
    .values({ ...secret, lockedBy: null, lockedUntil: null })
    .onConflict((oc) => oc.column('name').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

async function replace(db: Database, secret: Secret, replaces: string): Promise<boolean> {
  const replaced = await db
    .updateTable('secrets')
    .set(secret)
    .where('name', '=', secret.name)
    .where('version', '=', replaces)
    .executeTakeFirst();
  return replaced.numUpdatedRows === 1n;
}
