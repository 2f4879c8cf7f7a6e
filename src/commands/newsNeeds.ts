import { newsWords } from '../locales/newsWords';
import { conditionsOf, type WatchedNews } from '../referrals/watchConditions';
import type { Watch } from '../storage/store';
import { unreadableNews } from '../watch/webhook/unreadableNews';
import type { Desk } from './desk';

const events: Readonly<Record<WatchedNews, string>> = {
  subscriptions: 'subscription-updated',
  invoices: 'invoice-ready',
};

/** What keeps such news from coming although it is watched, and who does what about it; undefined while nothing does. */
export async function newsNeeds(news: WatchedNews, { watching }: Desk): Promise<string | undefined> {
  if (!watching.areWebhooksOn) return newsWords.needs.offNow(news);
  const webhooks = await watching.webhooks();
  if (webhooks?.state === 'other') return newsWords.needs.elsewhere(news);
  const absent = webhooks?.state === 'ours' ? webhooks.without : undefined;
  const missing = webhooks?.state === 'incomplete' ? webhooks.missing : absent;
  if (missing?.includes(events[news])) return newsWords.needs.elsewhere(news);
  const { kind } = await watching.state();
  return kind === 'sandbox' || kind === 'working' ? undefined : newsWords.needs.account;
}

/** The same of everything that some watches are for, but for the account. */
export async function allNewsNeeds(watches: readonly Watch[], desk: Desk): Promise<string[]> {
  const found = await Promise.all([...watchedNews(watches)].map((news) => newsNeeds(news, desk)));
  // `status` says of the account by itself.
  return found.flatMap((need) => (need === undefined || need === newsWords.needs.account ? [] : [need]));
}

/** What the account may not read although a conversation watches it. */
export async function unreadableNow({ store }: Desk): ReturnType<typeof unreadableNews> {
  const watched = watchedNews(await store.watches.active());
  return (await unreadableNews(store)).filter(({ topic }) => watched.has(`${topic}s`));
}

const watchedNews = (watches: readonly Watch[]): Set<WatchedNews> =>
  new Set(watches.flatMap((watch) => conditionsOf(watch).news ?? []));
