import type { Selectable } from 'kysely';
import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import type { Tables } from './schema';
import type { Database } from './serialised';
import type { Decision, Ledger, LedgerEntry } from './store';

/** Far below the number of parameters that either engine takes in one statement. */
const idsPerQuery = 1000;

/** The table of referrals as last seen; see {@link Ledger}. */
export function ledger(db: Database): Ledger {
  return {
    async find(referralId) {
      const row = await db.selectFrom('ledger').selectAll().where('referralId', '=', referralId).executeTakeFirst();
      return row && toEntry(row);
    },

    async findMany(referralIds) {
      const found = new Map<string, LedgerEntry>();
      for (let i = 0; i < referralIds.length; i += idsPerQuery) {
        const ids = referralIds.slice(i, i + idsPerQuery);
        const rows = await db.selectFrom('ledger').selectAll().where('referralId', 'in', ids).execute();
        for (const row of rows) found.set(row.referralId, toEntry(row));
      }
      return found;
    },

    async ofEngagements(engagementIds) {
      const found: LedgerEntry[] = [];
      for (let i = 0; i < engagementIds.length; i += idsPerQuery) {
        const ids = engagementIds.slice(i, i + idsPerQuery);
        const rows = await db
          .selectFrom('ledger')
          .selectAll()
          .where('engagementId', 'in', ids)
          .orderBy('createdAt')
          .orderBy('referralId')
          .execute();
        found.push(...rows.map(toEntry));
      }
      return found;
    },

    async open() {
      const rows = await db
        .selectFrom('ledger')
        .selectAll()
        .where('isOpen', '=', 1)
        .orderBy('createdAt')
        .orderBy('referralId')
        .execute();
      return rows.map(toEntry);
    },

    async shownIn(conversationId, since) {
      const shownBy = (table: 'cards' | 'folded') =>
        db.selectFrom(table).select(['referralId', 'postedAt']).where('conversationId', '=', conversationId);
      const posted = db
        .selectFrom(shownBy('cards').unionAll(shownBy('folded')).as('shown'))
        .groupBy('referralId')
        .select((eb) => ['referralId', eb.fn.min('postedAt').as('cameAt')]);
      const rows = await db
        .selectFrom('ledger')
        .innerJoin(posted.as('posted'), 'posted.referralId', 'ledger.referralId')
        .selectAll('ledger')
        .select('posted.cameAt')
        .where((eb) => eb.or([eb('isOpen', '=', 1), eb('seenAt', '>', since), eb('posted.cameAt', '>=', since)]))
        .execute();
      return rows.map(({ cameAt, ...row }) => ({ ...toEntry(row), cameAt }));
    },

    async some(limit) {
      const rows = await db.selectFrom('ledger').selectAll().orderBy('isOpen', 'desc').limit(limit).execute();
      return rows.map(toEntry);
    },

    async seenBefore(before, after, limit) {
      const rows = await db
        .selectFrom('ledger')
        .selectAll()
        .where('isOpen', '=', 0)
        .where('seenAt', '<', before)
        .where('referralId', '>', after)
        .orderBy('referralId')
        .limit(limit)
        .execute();
      return rows.map(toEntry);
    },

    async openShown(after, limit) {
      const rows = await db
        .selectFrom('ledger')
        .leftJoin('cards', 'cards.referralId', 'ledger.referralId')
        .leftJoin('folded', 'folded.referralId', 'ledger.referralId')
        .selectAll('ledger')
        .select((eb) => [eb.fn.min('cards.sentAt').as('cardAt'), eb.fn.min('folded.sentAt').as('foldedAt')])
        .where((eb) => eb.or([eb('cards.referralId', 'is not', null), eb('folded.referralId', 'is not', null)]))
        .where('ledger.isOpen', '=', 1)
        .where('ledger.referralId', '>', after)
        .groupBy('ledger.referralId')
        .orderBy('ledger.referralId')
        .limit(limit)
        .execute();
      const zones = await timeZonesOf(
        db,
        rows.map((row) => row.referralId),
      );
      return rows.map(({ cardAt, foldedAt, ...row }) => ({
        entry: toEntry(row),
        sentAt: Math.min(cardAt ?? Infinity, foldedAt ?? Infinity),
        timeZones: zones.get(row.referralId) ?? [],
      }));
    },

    async save(entry) {
      const { referralId, ...values } = toRow(entry);
      await db
        .insertInto('ledger')
        .values({ referralId, ...values })
        .onConflict((oc) => oc.column('referralId').doUpdateSet(values))
        .execute();
    },
  };
}

/** The time zones that the cards of referrals are read in. */
async function timeZonesOf(db: Database, referralIds: readonly string[]): Promise<Map<string, (string | null)[]>> {
  if (referralIds.length === 0) return new Map();
  const zonesIn = (table: 'cards' | 'folded') =>
    db
      .selectFrom(`${table} as shown`)
      .innerJoin('conversations', 'conversations.id', 'shown.conversationId')
      .select(['shown.referralId', 'conversations.timeZone'])
      .where('shown.referralId', 'in', referralIds);
  const rows = await zonesIn('cards').union(zonesIn('folded')).execute();
  const byReferral = Map.groupBy(rows, (row) => row.referralId);
  return new Map([...byReferral].map(([id, found]) => [id, found.map((row) => row.timeZone)]));
}

function toRow({ referral, connected, decision, ...rest }: LedgerEntry): Tables['ledger'] {
  return {
    ...rest,
    referral: JSON.stringify(referral),
    connected: connected && JSON.stringify(connected),
    engagementId: referral.engagementId ?? null,
    decision: decision && JSON.stringify(decision),
    isOpen: isOpen(referral, connected) ? 1 : 0,
    createdAt: serviceTimeMs(referral.createdDateTime) ?? rest.firstSeenAt,
  };
}

function isOpen(referral: Referral, connected: Referral | null): boolean {
  if (referral.direction === 'Incoming') return referral.status === 'New';
  const answering = connected ?? referral;
  return referral.direction === 'Outgoing' && referral.status !== 'Closed' && answering.status === 'New';
}

function toEntry(row: Selectable<Tables['ledger']>): LedgerEntry {
  return {
    referralId: row.referralId,
    version: row.version,
    referral: JSON.parse(row.referral) as Referral,
    connected: row.connected === null ? null : (JSON.parse(row.connected) as Referral),
    firstSeenAt: row.firstSeenAt,
    seenAt: row.seenAt,
    decision: row.decision === null ? null : (JSON.parse(row.decision) as Decision),
    notice: row.notice,
  };
}
