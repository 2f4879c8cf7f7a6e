import { createDispatcher } from '../../../src/delivery/dispatcher';
import { createThrottle } from '../../../src/delivery/throttle';
import { sandboxTokens } from '../../../src/identity/sandboxTokens';
import { systemClock } from '../../../src/lib/clock';
import { newId } from '../../../src/lib/ids';
import { createLog } from '../../../src/lib/log';
import { createMetrics } from '../../../src/lib/metrics';
import { createPartnerCenter } from '../../../src/partnerCenter/createPartnerCenter';
import { openStore } from '../../../src/storage/openStore';
import type { Store } from '../../../src/storage/store';
import { createPoller } from '../../../src/watch/poller';
import { allDelivered } from './allDelivered';
import { httpSender } from './httpSender';
import { plainCard } from './plainCard';
import { plainList } from './plainList';
import { plainNews } from './plainNews';
import { plainReminders } from './plainReminders';

/** What the parent says on the command line, as JSON. */
export interface ProcessOrders {
  databaseUrl: string;
  referralsApiUrl: string;
  partnerCenterApiUrl: string;
  /** Stand still before this step, counted from 0, and wait to be killed. */
  standStillAt: number;
}

/** What the process says. */
export type ProcessReport = { passed: string[] } | { done: true };

const orders = JSON.parse(process.argv[2] ?? '') as ProcessOrders;
const report = (said: ProcessReport): void => void process.send?.(said);

const passed: string[] = [];

/** Every call to the database and to another server is a step; from the one it stands still before, nothing goes on. */
async function step(name: string): Promise<void> {
  if (passed.length === orders.standStillAt) {
    report({ passed });
    await new Promise(() => undefined);
  }
  passed.push(name);
}

/** The same methods, each a step. */
function stepwise<T extends object>(part: T, name: string): T {
  const methods = Object.entries(part as Record<string, (...args: unknown[]) => Promise<unknown>>);
  const watched = methods.map(([method, call]) => [
    method,
    async (...args: unknown[]) => {
      await step(`${name}.${method}`);
      return call(...args);
    },
  ]);
  return Object.fromEntries(watched) as T;
}

function stepwiseStore(store: Store): Store {
  return {
    ...store,
    conversations: stepwise(store.conversations, 'conversations'),
    watches: stepwise(store.watches, 'watches'),
    ledger: stepwise(store.ledger, 'ledger'),
    cards: stepwise(store.cards, 'cards'),
    outbox: stepwise(store.outbox, 'outbox'),
    cursors: stepwise(store.cursors, 'cursors'),
    transaction: async (work) => {
      await step('begin');
      return store.transaction(async (tx) => {
        const result = await work(stepwiseStore(tx));
        await step('commit');
        return result;
      });
    },
  };
}

const stepwiseFetch: typeof fetch = async (input, init) => {
  const method = init?.method ?? 'GET';
  await step(`${method} request`);
  const answer = await fetch(input, init);
  await step(`${method} answer`);
  return answer;
};

/** One look and everything that it makes owed, as the product does it. */
async function main(): Promise<void> {
  const clock = systemClock;
  const log = createLog('silent');
  const { databaseUrl, referralsApiUrl, partnerCenterApiUrl } = orders;
  const plain = await openStore({ databaseUrl, log, clock });
  const store = stepwiseStore(plain);
  const random = Math.random;
  const urls = { referralsApiUrl, partnerCenterApiUrl };
  const dispatcher = createDispatcher({
    store,
    sender: httpSender(stepwiseFetch),
    render: plainCard,
    renderList: plainList,
    mayShow: () => Promise.resolve(true),

    reminders: plainReminders(store),
    news: plainNews,
    throttle: createThrottle({ clock }),
    clock,
    log,
    processId: newId(),
    sync: { catchUp: () => Promise.resolve(0) },
    random,
    metrics: createMetrics(),
  });
  const poller = createPoller({
    partnerCenter: createPartnerCenter({ ...urls, fetch: stepwiseFetch, clock, random, newId, log }),
    tokens: sandboxTokens('service'),
    store,
    clock,
    intervalMs: 60_000,
    log,
    onWork: () => dispatcher.wake(),
  });
  await poller.lookNow();
  const stop = new AbortController();
  const ended = dispatcher.run(stop.signal);
  await allDelivered(plain);
  stop.abort();
  await ended;
  report({ done: true });
  process.disconnect();
}

// It ends with the test that started it, also when that is stopped in the middle.
process.once('disconnect', () => process.exit());
void main();
