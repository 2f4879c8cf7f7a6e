import type { Selectable } from 'kysely';
import type { Draft, Drafts, DraftStep } from './draft';
import type { Tables } from './schema';
import type { Database } from './serialised';

const begun: readonly DraftStep[] = ['sendingOwn', 'ownCreated', 'sendingMicrosoft'];

/** The table of referrals that people are about to create; see {@link Drafts}. */
export function drafts(db: Database): Drafts {
  return {
    async add({ typed, ...draft }) {
      const nothingYet = { referralId: null, engagementId: null, conversationId: null, sentAt: null };
      await db
        .insertInto('drafts')
        .values({
          ...draft,
          ...nothingYet,
          claimedBy: null,
          claimedUntil: null,
          typed: JSON.stringify(typed),
          step: 'asked',
        })
        .execute();
    },

    async find(id) {
      const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toDraft(row);
    },

    async ofReferral(referralId, externalReferenceId) {
      const rows = await db
        .selectFrom('drafts')
        .selectAll()
        .where((eb) =>
          eb.or([
            eb('referralId', '=', referralId),
            eb.and([eb('id', '=', externalReferenceId ?? ''), eb('step', 'not in', ['asked', 'replaced'])]),
            eb('step', '=', 'sendingOwn'),
          ]),
        )
        .execute();
      const made = rows.map(toDraft);
      const isNamed = (draft: Draft) => draft.referralId === referralId || draft.id === externalReferenceId;
      const givesReference = ({ typed }: Draft) =>
        externalReferenceId !== null && typed['externalReferenceId']?.trim() === externalReferenceId;
      return made.find(isNamed) ?? made.find(givesReference);
    },

    async unfinishedOf(makerId) {
      const rows = await db
        .selectFrom('drafts')
        .selectAll()
        .where('makerId', '=', makerId)
        .where('step', 'in', begun)
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(toDraft);
    },

    async claim(id, claimant, now, leaseMs) {
      const row = await db
        .updateTable('drafts')
        .set({ claimedBy: claimant, claimedUntil: now + leaseMs })
        .where('id', '=', id)
        .where((eb) => eb.or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<=', now)]))
        .returningAll()
        .executeTakeFirst();
      return row && toDraft(row);
    },

    async advance(id, claimant, progress, now, leaseMs) {
      const advanced = await db
        .updateTable('drafts')
        .set({ ...progress, claimedUntil: now + leaseMs })
        .where('id', '=', id)
        .where('claimedBy', '=', claimant)
        .where('claimedUntil', '>', now)
        .executeTakeFirst();
      return advanced.numUpdatedRows > 0n;
    },

    async release(id, claimant) {
      await db
        .updateTable('drafts')
        .set({ claimedBy: null, claimedUntil: null })
        .where('id', '=', id)
        .where('claimedBy', '=', claimant)
        .execute();
    },

    async replace(id, now) {
      await db
        .updateTable('drafts')
        .set({ step: 'replaced' })
        .where('id', '=', id)
        .where('step', '=', 'asked')
        .where((eb) => eb.or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<=', now)]))
        .execute();
    },

    async idle() {
      const rows = await db.selectFrom('drafts').selectAll().where('step', 'not in', begun).execute();
      return rows.map(toDraft);
    },

    async remove(ids) {
      if (ids.length === 0) return;
      await db.deleteFrom('drafts').where('id', 'in', ids).where('step', 'not in', begun).execute();
    },

    async forget(before) {
      await db.deleteFrom('drafts').where('expiresAt', '<', before).where('step', 'not in', begun).execute();
    },
  };
}

function toDraft(row: Selectable<Tables['drafts']>): Draft {
  const { claimedBy: _by, claimedUntil: _until, typed, ...draft } = row;
  return { ...draft, typed: JSON.parse(typed) as Draft['typed'] };
}
