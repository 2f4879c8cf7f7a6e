import type { NewsTruth } from '../../storage/news';
import type { Store } from '../../storage/store';

type Topic = NewsTruth['topic'];

const topics: readonly Topic[] = ['subscription', 'invoice'];
const cursor = (topic: Topic): string => `news.${topic}.unreadableSince`;

/** Notes that Partner Center does not let the account read what it has told of. @param at ms since the epoch */
export async function noteUnreadable(store: Store, topic: Topic, at: number): Promise<void> {
  if (!(await store.cursors.get(cursor(topic)))) await store.cursors.set(cursor(topic), String(at));
}

/** Notes that it does. */
export async function noteReadable(store: Store, topic: Topic): Promise<void> {
  if (await store.cursors.get(cursor(topic))) await store.cursors.set(cursor(topic), '');
}

/** What the account may not read, and since when, ms since the epoch. */
export async function unreadableNews(store: Store): Promise<{ topic: Topic; since: number }[]> {
  const found = await Promise.all(
    topics.map(async (topic) => ({ topic, since: await store.cursors.get(cursor(topic)) })),
  );
  return found.flatMap(({ topic, since }) => (since ? [{ topic, since: Number(since) }] : []));
}
