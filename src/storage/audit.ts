import type { Selectable } from 'kysely';
import type { Audit, AuditFacts, AuditRow } from './auditEntry';
import type { Tables } from './schema';
import { serialised, type Database } from './serialised';

/** The table of what people did; see {@link Audit}. */
export function audit(db: Database): Audit {
  const entries = () => db.selectFrom('audit').selectAll().orderBy('id');
  return {
    async append({ before, after, requestIds, ...entry }) {
      const json = {
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
        requestIds: JSON.stringify(requestIds),
      };
      await db
        .insertInto('audit')
        .values({ ...entry, ...json })
        .execute();
    },

    async page(afterId, limit) {
      const rows = await entries().where('id', '>', afterId).limit(limit).execute();
      return rows.map(toRow);
    },

    async ofSubject(subject) {
      const rows = await entries().where('subject', '=', subject).execute();
      return rows.map(toRow);
    },

    async unfinished(from, to) {
      const rows = await entries()
        .where('outcome', '=', 'begun')
        .where('at', '>=', from)
        .where('at', '<', to)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('audit as end')
                .select('end.id')
                .whereRef('end.subject', '=', 'audit.subject')
                .whereRef('end.referenceId', '=', 'audit.referenceId')
                .where('end.outcome', '!=', 'begun'),
            ),
          ),
        )
        .execute();
      return rows.map(toRow);
    },

    erase(before) {
      return serialised(db, async (tx) => {
        // The database deletes nothing that is younger than this bound, and lets the bound move forward only.
        await tx
          .updateTable('auditRetention')
          .set({ erasableBefore: before })
          .where('erasableBefore', '<', before)
          .execute();
        const erased = await tx.deleteFrom('audit').where('at', '<', before).executeTakeFirst();
        return Number(erased.numDeletedRows);
      });
    },
  };
}

function toRow({ before, after, requestIds, ...row }: Selectable<Tables['audit']>): AuditRow {
  return {
    ...row,
    before: before === null ? null : (JSON.parse(before) as AuditFacts),
    after: after === null ? null : (JSON.parse(after) as AuditFacts),
    requestIds: JSON.parse(requestIds) as string[],
  };
}
