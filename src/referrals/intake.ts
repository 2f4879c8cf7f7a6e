import { span } from '../lib/span';
import { traced } from '../lib/trace';
import type { Referral } from '../partnerCenter/referral';
import type { Owed } from '../storage/owed';
import type { LedgerEntry, Store, Watch } from '../storage/store';
import { owedUpdates, type HeldCard } from './owedUpdates';
import { cameAndWent } from './cameAndWent';
import { fitsConditions } from './checkConditions';
import { postTime, type ConversationQuiet } from './postTime';
import { referralChange } from './referralChange';
import { conditionsOf, isPaused } from './watchConditions';
import { serviceTicks, serviceTimeMs } from '../partnerCenter/serviceTime';

/** The cursor that says up to which `updatedDateTime` everything was taken in; without it no look was ever completed. */
export const lookCursor = 'referrals.updatedDateTime';

/** How many referrals were new to the ledger or had changed, and how many rows are owed for that. */
export interface Intake {
  unknown: number;
  changed: number;
  owed: number;
  /** Of those that a regular look found. */
  ids?: readonly string[];
}

/**
 * Takes referrals as they were just read into the ledger and owes what follows: a post to every conversation with a watch that
 * it fits for one that is unknown, incoming and New, or that arrived and expired unseen, also for one that begins to fit while it is still New and was first seen
 * after the watch began; an update of every card of one that changed, and the posts of it that were withheld. What is unchanged
 * or stale writes nothing.
 *
 * Once a look was completed every open referral is known, so whatever is unknown is new to every watch that runs: the order
 * of transactions decides, not clocks. Before that, referrals are old ones that are only being learnt: they are owed to
 * watches that began before they were created.
 * @param store a transaction
 * @param now ms since the epoch
 * @param by whose press has changed them (Entra object id): that is not announced in their own chat
 */
export async function takeIn(
  store: Store,
  referrals: readonly Referral[],
  now: number,
  { held, by }: { held?: HeldCard | undefined; by?: string | undefined } = {},
): Promise<Intake> {
  const known = await store.ledger.findMany(referrals.map((referral) => referral.id));
  const mark = await store.cursors.get(lookCursor);
  const learning = mark === undefined;
  const watches = (await store.watches.active()).filter((watch) => !isPaused(watch, now));
  const quiet = await store.quietHours.all();
  const result = { unknown: 0, changed: 0 };
  const owed: Owed[] = [];
  let withheld = 0;
  for (const referral of referrals.toSorted(byCreation)) {
    const entry = known.get(referral.id);
    const change = referralChange(entry, referral);
    if (change === 'unknown') {
      const created = serviceTimeMs(referral.createdDateTime) ?? now;
      const fresh = newEntry(referral, learning ? created : now, now);
      await save(store, fresh, 'new');
      const wanting = learning ? watches.filter((w) => w.startedAt < created) : watches;
      owed.push(...owedPosts(fresh, wanting, quiet, now, cameAndWent(referral, mark)));
      result.unknown += 1;
    } else if (entry && change === 'changed') {
      const changed = changedEntry(entry, referral, now);
      await save(store, changed, 'changed');
      await store.warnings.reconsider(referral.id, now);
      owed.push(...(await owedUpdates(store, changed, now, held)));
      const began = watches.filter((watch) => watch.startedAt < entry.firstSeenAt);
      owed.push(...owedPosts(changed, await withoutOwnChat(store, began, by), quiet, now));
      if (isNews(changed)) withheld += await store.outbox.oweWithheld(referral.id, now);
      result.changed += 1;
    }
  }
  if (owed.length > 0) await store.outbox.owe(owed);
  return { ...result, owed: owed.length + withheld };
}

/** The span is in the trace of that referral, linked to what found it. */
const save = (store: Store, entry: LedgerEntry, change: 'new' | 'changed'): Promise<void> =>
  traced({ trace: entry.referralId }, () =>
    span('take in referral', { 'partner_desk.referral.change': change }, () => store.ledger.save(entry)),
  );

function byCreation(a: Referral, b: Referral): number {
  const difference = (serviceTicks(a.createdDateTime) ?? 0n) - (serviceTicks(b.createdDateTime) ?? 0n);
  return difference < 0n ? -1 : Number(difference > 0n);
}

const newEntry = (referral: Referral, firstSeenAt: number, now: number): LedgerEntry => ({
  referralId: referral.id,
  version: 1,
  referral,
  firstSeenAt,
  seenAt: now,
  decision: null,
  notice: null,
});

const changedEntry = (entry: LedgerEntry, referral: Referral, now: number): LedgerEntry => ({
  ...entry,
  version: entry.version + 1,
  referral: { ...referral, direction: referral.direction ?? entry.referral.direction },
  seenAt: now,
  notice: null,
});

const isNews = ({ referral }: LedgerEntry): boolean => referral.direction === 'Incoming' && referral.status === 'New';

async function withoutOwnChat(store: Store, watches: readonly Watch[], by?: string): Promise<readonly Watch[]> {
  const own = watches.filter(({ ownerId }) => ownerId === by);
  const places = await Promise.all(own.map(({ conversationId }) => store.conversations.find(conversationId)));
  const chats = new Set(places.flatMap((place) => (place?.kind === 'personal' ? [place.id] : [])));
  return watches.filter(({ conversationId }) => !chats.has(conversationId));
}

/** One for each conversation, however many of its watches the referral fits. One that was ever owed is not owed again. */
function owedPosts(
  entry: LedgerEntry,
  watches: readonly Watch[],
  quiet: ConversationQuiet,
  now: number,
  wasMissed = false,
): Owed[] {
  if (!isNews(entry) && !wasMissed) return [];
  const { referral } = entry;
  const fitting = watches.filter((watch) => fitsConditions(referral, conditionsOf(watch)));
  return [...new Set(fitting.map(({ conversationId }) => conversationId))].map((conversationId) => ({
    kind: 'post',
    referralId: referral.id,
    conversationId,
    activityId: '',
    position: serviceTimeMs(referral.createdDateTime) ?? now,
    dueAt: postTime(conversationId, referral, quiet, now),
  }));
}
