import { span } from '../lib/span';
import { traced } from '../lib/trace';
import type { Referral } from '../partnerCenter/referral';
import { serviceTicks, serviceTimeMs } from '../partnerCenter/serviceTime';
import type { Owed } from '../storage/owed';
import type { LedgerEntry, Store } from '../storage/store';
import { connectCopies } from './connectCopies';
import { ownOrganizationIn } from './othersCopy';
import { firstPosts, isAwaited, isOld, laterPosts, type Audience } from './owedPosts';
import { owedUpdates, type HeldCard } from './owedUpdates';
import { referralChange } from './referralChange';
import { isPaused } from './watchConditions';

/** The cursor that says up to which `updatedDateTime` everything was taken in; without it no look was ever completed. */
export const lookCursor = 'referrals.updatedDateTime';
/** The cursor that says from which `createdDateTime` on outgoing referrals are new ones; without it none was ever looked at. */
export const outgoingCursor = 'referrals.outgoingSince';

/** How many referrals were new to the ledger or had changed, and how many rows are owed for that. */
export interface Intake {
  unknown: number;
  changed: number;
  owed: number;
  /** Of those that a regular look found. */
  ids?: readonly string[];
}

/** What is known besides what was read. */
interface IntakeFacts {
  held?: HeldCard | undefined;
  /** Whose press has changed them (Entra object id): that is not announced in their own chat. */
  by?: string | undefined;
}

/**
 * Takes referrals as they were just read into the ledger and owes what follows: a post to every conversation with a watch that
 * it fits for one that is unknown, incoming and New, or that arrived and expired unseen, or outgoing and made since outgoing ones are looked at; also for one that
 * begins to fit while somebody still has to answer it and was first seen after the watch began; an update of every card of
 * one that changed, and the posts of it that were withheld. What is unchanged or stale writes nothing.
 *
 * Once a look was completed every open referral is known, so whatever is unknown is new to every watch that runs: the order
 * of transactions decides, not clocks. Before that, referrals are old ones that are only being learnt: they are owed to
 * watches that began before they were created.
 * @param store a transaction
 * @param now ms since the epoch
 */
export async function takeIn(
  store: Store,
  referrals: readonly Referral[],
  now: number,
  { held, by }: IntakeFacts = {},
): Promise<Intake> {
  const known = await store.ledger.findMany(referrals.map((referral) => referral.id));
  const news = referrals
    .toSorted(byCreation)
    .map((referral) => ({ referral, entry: known.get(referral.id) }))
    .map((item) => ({ ...item, change: referralChange(item.entry, item.referral) }))
    .filter(({ change }) => change === 'unknown' || change === 'changed');
  if (news.length === 0) return { unknown: 0, changed: 0, owed: 0 };
  const audience = await audienceOf(store, referrals, now, by);
  const owed: Owed[] = [];
  let withheld = 0;
  for (const { referral, entry } of news) {
    if (entry) {
      const changed = changedEntry(entry, referral, now);
      await save(store, changed, 'changed');
      await store.warnings.reconsider(referral.id, now);
      owed.push(...(await owedUpdates(store, changed, now, held)), ...(await laterPosts(store, changed, audience)));
      if (isAwaited(changed, audience)) withheld += await store.outbox.oweWithheld(referral.id, now);
    } else {
      const fresh = newEntry(referral, audience);
      await save(store, fresh, 'new');
      owed.push(...(await firstPosts(store, fresh, audience)));
    }
  }
  owed.push(...(await connectCopies(store, sharedAmong(news), audience.own, now)));
  if (owed.length > 0) await store.outbox.owe(owed);
  const unknown = news.filter(({ change }) => change === 'unknown').length;
  return { unknown, changed: news.length - unknown, owed: owed.length + withheld };
}

async function audienceOf(store: Store, referrals: readonly Referral[], now: number, by?: string): Promise<Audience> {
  const hasOutgoing = referrals.some(({ direction }) => direction !== 'Incoming');
  return {
    watches: (await store.watches.active()).filter((watch) => !isPaused(watch, now)),
    quiet: await store.quietHours.all(),
    mark: await store.cursors.get(lookCursor),
    outgoingSince: hasOutgoing ? await store.cursors.get(outgoingCursor) : undefined,
    own: hasOutgoing ? await ownOrganizationIn(store, referrals) : undefined,
    now,
    by,
  };
}

/** The engagements of which more than one copy may be known. */
const sharedAmong = (news: readonly { referral: Referral }[]): string[] => [
  ...new Set(
    news.flatMap(({ referral: { engagementId, type, direction } }) =>
      engagementId && type !== 'Independent' && direction !== 'Incoming' ? [engagementId] : [],
    ),
  ),
];

/** The span is in the trace of that referral, linked to what found it. */
const save = (store: Store, entry: LedgerEntry, change: 'new' | 'changed'): Promise<void> =>
  traced({ trace: entry.referralId }, () =>
    span('take in referral', { 'partner_desk.referral.change': change }, () => store.ledger.save(entry)),
  );

function byCreation(a: Referral, b: Referral): number {
  const difference = (serviceTicks(a.createdDateTime) ?? 0n) - (serviceTicks(b.createdDateTime) ?? 0n);
  return difference < 0n ? -1 : Number(difference > 0n);
}

const newEntry = (referral: Referral, audience: Audience): LedgerEntry => ({
  referralId: referral.id,
  version: 1,
  referral,
  connected: null,
  firstSeenAt: firstSeenAt(referral, audience),
  seenAt: audience.now,
  decision: null,
  notice: null,
});

/** One that is only being learnt was there when it was created; an old deal of ours was there before every watch. */
function firstSeenAt(referral: Referral, audience: Audience): number {
  if (!isOld(referral, audience)) return audience.now;
  return audience.mark === undefined ? (serviceTimeMs(referral.createdDateTime) ?? audience.now) : 0;
}

const changedEntry = (entry: LedgerEntry, referral: Referral, now: number): LedgerEntry => ({
  ...entry,
  version: entry.version + 1,
  referral: { ...referral, direction: referral.direction ?? entry.referral.direction },
  seenAt: now,
  notice: null,
});
