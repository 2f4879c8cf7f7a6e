import { isUnclaimed } from './isUnclaimed';
import { serialised, type Database } from './serialised';
import type { Notice, Notices } from './notice';
import type { ServiceAccount } from './serviceAccount';
import type { Watch } from './store';

/** The table of notices; see {@link Notices}. */
export function notices(db: Database): Notices {
  const update = ({ id, conversationId }: Notice) =>
    db.updateTable('notices').where('id', '=', id).where('conversationId', '=', conversationId);
  return {
    async owe(owed, dueAt) {
      if (owed.length === 0) return;
      const rows = owed.map((notice) => {
        const { id, conversationId, kind } = notice;
        const about = kind === 'watchEnded' ? notice.watch : notice.account;
        return { id, conversationId, kind, account: JSON.stringify(about), dueAt };
      });
      await db
        .insertInto('notices')
        .values(rows)
        .onConflict((oc) => oc.columns(['id', 'conversationId']).doNothing())
        .execute();
    },

    claim: (now, until) => claim(db, now, until),

    async sent(notice, at) {
      await update(notice).set({ sentAt: at, claimedUntil: null }).execute();
    },

    async postpone(notice, dueAt) {
      await update(notice).set({ dueAt, claimedUntil: null }).execute();
    },

    async drop({ id, conversationId }) {
      await db.deleteFrom('notices').where('id', '=', id).where('conversationId', '=', conversationId).execute();
    },

    settle(id) {
      return serialised(db, async (tx) => {
        await tx.deleteFrom('notices').where('id', '=', id).where('sentAt', 'is', null).execute();
        const told = await tx.selectFrom('notices').select('conversationId').where('id', '=', id).execute();
        return told.map(({ conversationId }) => conversationId);
      });
    },
  };
}

/** Serialised: two claims at the same moment would otherwise take the same row. */
function claim(db: Database, now: number, until: number): Promise<Notice | undefined> {
  return serialised(db, async (tx) => {
    const next = await tx
      .selectFrom('notices')
      .select(['id', 'conversationId', 'kind', 'account', 'attempts'])
      .where('sentAt', 'is', null)
      .where('dueAt', '<=', now)
      .where(isUnclaimed(now, until))
      .orderBy('dueAt')
      .orderBy('conversationId')
      .limit(1)
      .executeTakeFirst();
    if (!next) return undefined;
    const attempts = next.attempts + 1;
    await tx
      .updateTable('notices')
      .set({ attempts, claimedUntil: until })
      .where('id', '=', next.id)
      .where('conversationId', '=', next.conversationId)
      .execute();
    const { id, conversationId, kind, account: about } = next;
    const common = { id, conversationId, attempts };
    if (kind === 'watchEnded') return { ...common, kind, watch: JSON.parse(about) as Watch };
    return { ...common, kind, account: JSON.parse(about) as ServiceAccount };
  });
}
