import type { Invoice } from '../partnerCenter/invoice';
import type { Subscription } from '../partnerCenter/subscription';
import { rowsPerStatement } from './owe';
import { serialised, type Database } from './serialised';

/** What a conversation can be told of besides referrals, as far as its card shows it. */
export type NewsTruth =
  | { topic: 'subscription'; customerId: string; customerName: string; subscription: Subscription }
  | { topic: 'invoice'; invoice: Invoice };

/** What one conversation is told of one subscription or invoice. Times are ms since the epoch, UTC. */
export interface NewsEntry {
  /** `<customer id>/<subscription id>`, or an invoice's id. */
  subject: string;
  conversationId: string;
  /** As it was last read. */
  truth: NewsTruth;
  /** What the card says the changes since; null where it was not known before. */
  before: NewsTruth | null;
  /** Counts up at every change that a card shows. */
  version: number;
  /** When this version was read. */
  readAt: number;
  /** The version that was last shown; 0 before the first. */
  toldVersion: number;
  /** The card that is to be edited; null where a new one is to be posted. */
  activityId: string | null;
  /** When the latest card was posted. */
  postedAt: number | null;
}

export interface News {
  find(subject: string, conversationId: string): Promise<NewsEntry | undefined>;
  /** Inserts or replaces the entry. Only call inside a transaction that read it. */
  save(entry: NewsEntry): Promise<void>;
  /** Notes which version a card shows; call it in the transaction that ends the row of the outbox. */
  told(entry: NewsEntry, activityId: string, postedAt: number): Promise<void>;
  /** The card is not there any more: a new one is to be posted. */
  cardGone(entry: NewsEntry): Promise<void>;
  all(): Promise<NewsEntry[]>;
  /** What is owed of news in a conversation and not claimed falls due then, ms since the epoch. */
  fallDue(conversationId: string, dueAt: number): Promise<void>;
  /** Forgets entries with what is owed for them; gives how many that were. */
  forget(entries: readonly Pick<NewsEntry, 'subject' | 'conversationId'>[]): Promise<number>;
  /** Forgets those that were read before; gives how many that were. */
  forgetOld(readBefore: number): Promise<number>;
}

/** An entry as it lies in the table. */
export interface NewsRow extends Omit<NewsEntry, 'truth' | 'before'> {
  /** JSON. */
  truth: string;
  before: string | null;
}

type Key = Pick<NewsEntry, 'subject' | 'conversationId'>;

/** The table of news; see {@link News}. */
export function news(db: Database): News {
  const update = ({ subject, conversationId }: Key) =>
    db.updateTable('news').where('subject', '=', subject).where('conversationId', '=', conversationId);
  return {
    async find(subject, conversationId) {
      const rows = db.selectFrom('news').selectAll().where('subject', '=', subject);
      const row = await rows.where('conversationId', '=', conversationId).executeTakeFirst();
      return row && entryOf(row);
    },

    async save(entry) {
      const { subject, conversationId, truth, before, ...rest } = entry;
      const values = { ...rest, truth: JSON.stringify(truth), before: before && JSON.stringify(before) };
      await db
        .insertInto('news')
        .values({ subject, conversationId, ...values })
        .onConflict((oc) => oc.columns(['subject', 'conversationId']).doUpdateSet(values))
        .execute();
    },

    async told(entry, activityId, postedAt) {
      await update(entry).set({ toldVersion: entry.version, activityId, postedAt }).execute();
    },

    async cardGone(entry) {
      await update(entry).set({ activityId: null }).execute();
    },

    async all() {
      return (await db.selectFrom('news').selectAll().execute()).map(entryOf);
    },

    async fallDue(conversationId, dueAt) {
      const owed = db.updateTable('outbox').set({ dueAt }).where('kind', '=', 'news').where('state', '=', 'owed');
      await owed.where('conversationId', '=', conversationId).where('claimedUntil', 'is', null).execute();
    },

    forget: (entries) => forget(db, entries),

    forgetOld: (readBefore) =>
      serialised(db, async (tx) => {
        const old = tx.selectFrom('news').select(['subject', 'conversationId']).where('readAt', '<', readBefore);
        return forget(tx, await old.limit(rowsPerStatement).execute());
      }),
  };
}

const entryOf = ({ truth, before, ...row }: NewsRow): NewsEntry => ({
  ...row,
  truth: JSON.parse(truth) as NewsTruth,
  before: before === null ? null : (JSON.parse(before) as NewsTruth),
});

function forget(db: Database, entries: readonly Key[]): Promise<number> {
  return serialised(db, async (tx) => {
    for (const { subject, conversationId } of entries) {
      await tx.deleteFrom('news').where('subject', '=', subject).where('conversationId', '=', conversationId).execute();
      await tx
        .deleteFrom('outbox')
        .where('kind', '=', 'news')
        .where('referralId', '=', subject)
        .where('conversationId', '=', conversationId)
        .execute();
    }
    return entries.length;
  });
}
