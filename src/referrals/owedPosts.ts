import type { Referral } from '../partnerCenter/referral';
import { serviceTicks, serviceTimeMs } from '../partnerCenter/serviceTime';
import type { Draft } from '../storage/draft';
import type { Owed } from '../storage/owed';
import type { LedgerEntry, Store, Watch } from '../storage/store';
import { cameAndWent } from './cameAndWent';
import { fitsConditions } from './checkConditions';
import { awaitsAnswer } from './lifecycle';
import { isTheirs } from './othersCopy';
import { postTime, type ConversationQuiet } from './postTime';
import { awaitsOthers } from './sharedDeal';
import { conditionsOf } from './watchConditions';

/** Who hears of what was just read. */
export interface Audience {
  /** Those that are not paused. */
  watches: readonly Watch[];
  quiet: ConversationQuiet;
  /** Up to which `updatedDateTime` everything was taken in; undefined where no look was ever completed. */
  mark: string | undefined;
  /** An outgoing referral that was created later is a new one; undefined before outgoing ones were ever looked at. */
  outgoingSince: string | undefined;
  /** Our organization, where it is known. */
  own: string | undefined;
  /** ms since the epoch */
  now: number;
  /** Whose press has changed it (Entra object id): that is not announced in their own chat. */
  by: string | undefined;
}

/** How long the place where a deal was made has for showing its card by itself, in ms. */
const ownCardWithinMs = 120_000;

/**
 * Whether a referral that was never seen before is an old one that is only being learnt. Until a look was completed all are;
 * what comes in later is new whatever its dates, while of our own deals, which nobody has to answer, the old ones are not
 * known: of those the creation decides, by Partner Center's own dates.
 */
export function isOld({ direction, createdDateTime }: Referral, { mark, outgoingSince }: Audience): boolean {
  if (mark === undefined) return true;
  if (direction !== 'Outgoing') return false;
  const [created, since] = [serviceTicks(createdDateTime), serviceTicks(outgoingSince)];
  return created === undefined || since === undefined || created <= since;
}

/** What a referral that was never seen before owes: a post to every conversation with a watch that it fits. */
export async function firstPosts(store: Store, entry: LedgerEntry, audience: Audience): Promise<Owed[]> {
  const { referral, firstSeenAt } = entry;
  const { watches, mark } = audience;
  const learning = mark === undefined;
  const isOutgoing = referral.direction === 'Outgoing' && referral.status !== 'Closed';
  if ((!isOutgoing && !isIncomingNews(referral) && !cameAndWent(referral, mark)) || isTheirs(referral, audience.own))
    return [];
  if (!learning && isOld(referral, audience)) return [];
  const hearing = learning ? watches.filter(({ startedAt }) => startedAt < firstSeenAt) : watches;
  const draft = isOutgoing
    ? await store.drafts.ofReferral(referral.id, referral.externalReferenceId ?? null)
    : undefined;
  const posts = postsTo(await withoutOwnChat(store, hearing, draft?.makerId ?? audience.by), referral, audience);
  return posts.map((post) => ({ ...post, dueAt: post.dueAt + ownDelay(post, draft) }));
}

/** What one that changed owes: a post where it begins to fit a watch that it was new to, while somebody has to answer it. */
export async function laterPosts(store: Store, entry: LedgerEntry, audience: Audience): Promise<Owed[]> {
  if (!isAwaited(entry, audience)) return [];
  const hearing = audience.watches.filter(({ startedAt }) => startedAt < entry.firstSeenAt);
  return postsTo(await withoutOwnChat(store, hearing, audience.by), entry.referral, audience);
}

/** Whether it can still be posted as one that waits. */
export const isAwaited = (entry: LedgerEntry, { own }: Audience): boolean =>
  (isIncomingNews(entry.referral) || awaitsOthers(entry)) && !isTheirs(entry.referral, own);

const isIncomingNews = (referral: Referral): boolean => referral.direction === 'Incoming' && awaitsAnswer(referral);

/** What was made there is shown there by the answer to the press; a card comes only where that did not arrive. */
const ownDelay = ({ conversationId }: Owed, draft: Draft | undefined): number =>
  draft && draft.conversationId === conversationId ? ownCardWithinMs : 0;

async function withoutOwnChat(store: Store, watches: readonly Watch[], by?: string): Promise<readonly Watch[]> {
  const own = watches.filter(({ ownerId }) => ownerId === by);
  const places = await Promise.all(own.map(({ conversationId }) => store.conversations.find(conversationId)));
  const chats = new Set(places.flatMap((place) => (place?.kind === 'personal' ? [place.id] : [])));
  return watches.filter(({ conversationId }) => !chats.has(conversationId));
}

/** One for each conversation, however many of its watches the referral fits. One that was ever owed is not owed again. */
function postsTo(watches: readonly Watch[], referral: Referral, { quiet, now }: Audience): Owed[] {
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
