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
    if (known && JSON.stringify(known.truth) === JSON.stringify(truth)) continue;
    await store.news.save(known ? changed(known, truth, now) : begun(subject, conversationId, truth, now));
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

function changed(known: NewsEntry, truth: NewsTruth, now: number): NewsEntry {
  const { version, toldVersion, postedAt } = known;
  const isUntold = toldVersion < version;
  const isSoon = postedAt !== null && now - postedAt < sameCardMs;
  const next = { ...known, truth, version: version + 1, readAt: now };
  if (isUntold || isSoon || truth.topic === 'invoice') return { ...next, before: known.before ?? known.truth };
  return { ...next, before: known.truth, activityId: null };
}
