import { clockToleranceMs } from './clockTolerance';
import { serialised, type Database } from './serialised';

/** Something that one process at a time does. */
export interface Lease {
  name: string;
  /** The process that holds it. */
  holder: string;
  /** Counts up whenever the holder changes: what an earlier holder still wants to write is recognised by it. */
  fence: number;
  /** ms since the epoch, by the holder's clock. */
  heldUntil: number;
  /** What the holder tells the others, JSON. */
  note: string;
}

export interface Leases {
  /**
   * Takes the lease if nobody holds it or its time is over (or so far ahead that the clock was set back), or renews it for its holder, also when its time was over and nobody
   * took it meanwhile. Gives the lease, or undefined while another process holds it.
   */
  hold(wanted: Omit<Lease, 'fence'>, now: number): Promise<Lease | undefined>;
  find(name: string): Promise<Lease | undefined>;
  /** Gives it back; nothing happens where another process has taken it. */
  release(name: string, holder: string): Promise<void>;
}

const find = (db: Database, name: string) =>
  db.selectFrom('leases').selectAll().where('name', '=', name).executeTakeFirst();

/** The table of leases; see {@link Leases}. */
export function leases(db: Database): Leases {
  return {
    find: (name) => find(db, name),

    hold(wanted, now) {
      return serialised(db, async (tx) => {
        const present = await find(tx, wanted.name);
        const isOurs = present?.holder === wanted.holder;
        const isHeld = present && present.heldUntil > now && present.heldUntil <= wanted.heldUntil + clockToleranceMs;
        if (isHeld && !isOurs) return undefined;
        const lease = { ...wanted, fence: isOurs ? present.fence : (present?.fence ?? 0) + 1 };
        const { name: _name, ...values } = lease;
        await tx
          .insertInto('leases')
          .values(lease)
          .onConflict((oc) => oc.column('name').doUpdateSet(values))
          .execute();
        return lease;
      });
    },

    async release(name, holder) {
      const held = db.updateTable('leases').set({ heldUntil: 0, holder: '' });
      await held.where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}
