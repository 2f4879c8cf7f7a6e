import { z } from 'zod/v4';
import { markdownText } from '../cards/text/markdownText';
import { newsWords } from '../locales/newsWords';
import { watchWords } from '../locales/watchWords';
import { endWatch } from '../referrals/endWatch';
import { conditionsOf, type WatchedNews } from '../referrals/watchConditions';
import type { Watch } from '../storage/store';
import { command } from './command';
import type { Desk } from './desk';
import { recordWatch } from './recordWatch';
import { sayings } from './sayings';
import type { Turn } from './turn';

const words = watchWords.unwatched;

/** `unwatch`: no more cards in this conversation. Cards that are there stay and are kept up to date. */
export const unwatchCommand = command({
  name: 'unwatch',
  title: 'unwatch',
  description: 'Stops posting new referrals here.',
  example: 'unwatch',
  ...sayings.unwatch,
  changesState: true,
  needs: [],
  parameters: z.object({ news: z.enum(['subscriptions', 'invoices']).optional() }),
  async run(turn, { news }, desk) {
    const all = await desk.store.watches.allIn(turn.conversation.id);
    const running = news ? all.filter((watch) => conditionsOf(watch).news === news) : all;
    const others = running.filter(({ ownerId }) => ownerId !== turn.person.id);
    if (others.length > 0 && !(await turn.may('administer'))) return endOwn(turn, desk, running, others);
    return news ? endNews(turn, desk, running, news) : endAll(turn, desk, running);
  },
});

const reasonOf = ({ person }: Turn): string => `unwatch by ${person.id}`;

async function endAll(turn: Turn, { store, clock }: Desk, running: readonly Watch[]): Promise<string> {
  const ended = await store.transaction(async (tx) => {
    for (const watch of running) await recordWatch(tx, turn, clock.now(), { action: 'watch.remove', watch });
    return tx.watches.end(turn.conversation.id, reasonOf(turn), clock.now());
  });
  turn.log.info({ conversation: turn.conversation.id, ended }, 'unwatch');
  return ended ? words.all : words.none;
}

/** Of everybody's only those for such news. */
async function endNews(turn: Turn, desk: Desk, running: readonly Watch[], news: WatchedNews): Promise<string> {
  await endThese(turn, desk, running);
  turn.log.info({ conversation: turn.conversation.id, ended: running.length, news }, 'unwatch');
  return running.length > 0 ? newsWords.unwatched.done(news) : newsWords.unwatched.none(news);
}

/** Only the person's own. */
async function endOwn(turn: Turn, desk: Desk, running: readonly Watch[], others: readonly Watch[]): Promise<string> {
  const own = running.filter((watch) => !others.includes(watch));
  await endThese(turn, desk, own);
  turn.log.info({ conversation: turn.conversation.id, ended: own.length, left: others.length }, 'unwatch');
  const names = [...new Set(others.map(({ ownerName }) => markdownText(ownerName, 100)))].join(', ');
  return own.length > 0 ? words.some(others.length, names) : words.notYours(others.length, names);
}

function endThese(turn: Turn, { store, clock }: Desk, watches: readonly Watch[]): Promise<void> {
  return store.transaction(async (tx) => {
    for (const watch of watches) {
      await endWatch(tx, watch, reasonOf(turn), clock.now());
      await recordWatch(tx, turn, clock.now(), { action: 'watch.remove', watch });
    }
  });
}
