import type { NewsEntry, NewsTruth } from '../storage/news';
import type { Store } from '../storage/store';
import { fitsNews } from './fitsNews';
import { postTime } from './postTime';
import { conditionsOf, isPaused } from './watchConditions';

/** What changes within so long of a card is told on that card, in ms: one purchase or one renewal changes a subscription several times. */
const sameCardMs = 600_000;

/**
 * Takes what was just read of a subscription or an invoice in, and owes it to every conversation that watches such news, unless
 * it was told there as it is. What was not told yet, and what changes soon after it was told, is one card; of an invoice there is
 * one card whatever happens.
 * @param store a transaction
 * @param subject see {@link NewsEntry}
 * @param now ms since the epoch
 * @returns how many rows became owed
 */
export async function takeInNews(store: Store, subject: string, truth: NewsTruth, now: number): Promise<number> {
  const watches = (await store.watches.active()).filter(
    (watch) => !isPaused(watch, now) && fitsNews(truth, conditionsOf(watch)),
  );
  const quiet = await store.quietHours.all();
  let owed = 0;
  for (const conversationId of new Set(watches.map((watch) => watch.conversationId))) {
    const known = await store.news.find(subject, conversationId);
    const entry = known ? changed(known, truth, now) : begun(subject, conversationId, truth, now);
    if (!entry) continue;
    await store.news.save(entry);
    const dueAt = postTime(conversationId, {}, quiet, now);
    await store.outbox.owe([
      { kind: 'news', referralId: subject, conversationId, activityId: '', position: now, dueAt },
    ]);
    owed += 1;
  }
  return owed;
}

const begun = (subject: string, conversationId: string, truth: NewsTruth, now: number): NewsEntry => ({
  subject,
  conversationId,
  truth,
  before: null,
  version: 1,
  readAt: now,
  toldVersion: 0,
  activityId: null,
  postedAt: null,
});

/** Undefined where it was told as it is. */
function changed(known: NewsEntry, truth: NewsTruth, now: number): NewsEntry | undefined {
  const { version, toldVersion, postedAt } = known;
  const isUntold = toldVersion < version;
  const isSame = JSON.stringify(known.truth) === JSON.stringify(truth);
  if (isSame && !isUntold) return undefined;
  const isSoon = postedAt !== null && now - postedAt < sameCardMs;
  const isSameCard = isSoon || truth.topic === 'invoice';
  // Nobody would see what is edited into a card of long ago.
  const activityId = isSameCard ? known.activityId : null;
  if (isSame) return { ...known, activityId };
  const before = isSameCard || isUntold ? (known.before ?? known.truth) : known.truth;
  return { ...known, truth, before, version: version + 1, readAt: now, activityId };
}
