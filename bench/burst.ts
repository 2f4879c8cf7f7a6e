import { join } from 'node:path';
import { World } from '../sandbox/world';
import { createDispatcher } from '../src/delivery/dispatcher';
import type { Reminders } from '../src/delivery/reminders';
import { createThrottle } from '../src/delivery/throttle';
import { newId } from '../src/lib/ids';
import { createLog } from '../src/lib/log';
import { createMetrics } from '../src/lib/metrics';
import { referralSchema } from '../src/partnerCenter/referral';
import { lookCursor, takeIn } from '../src/referrals/intake';
import { openStore } from '../src/storage/openStore';
import type { Store } from '../src/storage/store';
import type { Benchmark } from './benchmark';
import { SimulatedClock } from './support/simulatedClock';
import { temporaryFolder } from './support/temporaryFolder';

const cards = 200;
const conversationId = '19:0001channel@thread.tacv2';

/** 200 referrals at once in one channel, until the last card is there. Simulated time: it is the same on every machine. */
export const burst: Benchmark = {
  name: `${cards} cards in one channel (simulated)`,
  floor: "what Teams' documented limits allow",
  operations: 1,
  rounds: 1,
  prepare: () =>
    Promise.resolve({
      async ours(operations) {
        let took = 0;
        for (let operation = 0; operation < operations; operation++) took += await deliverAll();
        return took;
      },
      floor: (operations) => Promise.resolve(operations * shortestMs()),
      close: () => Promise.resolve(),
    }),
};

const notReminded = () => Promise.reject(new Error('Nobody is reminded'));
const noReminders: Reminders = {
  readAgain: notReminded,
  people: notReminded,
  render: ({ entry }) => ({ card: { type: 'AdaptiveCard' }, summary: entry.referralId }),
};

/** From the moment when all are owed, in ms. */
async function deliverAll(): Promise<number> {
  const clock = new SimulatedClock();
  const folder = temporaryFolder();
  const log = createLog('silent');
  const store = await openStore({ databaseUrl: `sqlite:${join(folder, 'desk.db')}`, log, clock });
  await owe(store, clock);
  const started = clock.now();
  const sent: number[] = [];
  const dispatcher = createDispatcher({
    store,
    sender: {
      post: () => Promise.resolve({ activityId: String(sent.push(clock.now())) }),
      update: () => Promise.reject(new Error('Nothing has changed')),
      reply: notReminded,
    },
    render: (entry) => ({ card: { type: 'AdaptiveCard' }, summary: entry.referralId }),
    mayShow: () => Promise.resolve(true),
    reminders: noReminders,
    throttle: createThrottle({ clock }),
    clock,
    log,
    processId: newId(),
    sync: { catchUp: () => Promise.resolve() },
    random: Math.random,
    metrics: createMetrics(),
  });
  const stop = new AbortController();
  const ended = dispatcher.run(stop.signal);
  await clock.until(() => sent.length === cards);
  stop.abort();
  await ended;
  await store.close();
  return (sent.at(-1) ?? Number.NaN) - started;
}

/** A channel that watches, and what a look does with as many new referrals. */
async function owe(store: Store, clock: SimulatedClock): Promise<void> {
  const now = clock.now();
  const facts = {
    tenantId: null,
    teamId: null,
    name: 'Deals',
    locale: null,
    timeZone: null,
    botId: '28:bot',
    installedAt: now,
  };
  await store.conversations.save({ id: conversationId, kind: 'channel', serviceUrl: 'http://127.0.0.1/', ...facts });
  await store.watches.start({
    id: newId(),
    conversationId,
    ownerId: newId(),
    ownerName: 'Megan Bowen',
    startedAt: now,
  });
  await store.cursors.set(lookCursor, '1970-01-01T00:00:00Z');
  const { referrals } = new World({ seed: 'bench', world: 'empty', now: () => now, pageSize: 100 });
  const arrived = referrals.arrive({}, cards).map((resource) => referralSchema.parse(resource));
  await store.transaction((tx) => takeIn(tx, arrived, now));
}

/** Per bot and conversation: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/rate-limit */
const documentedLimits = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
  { windowMs: 3_600_000, most: 1_800 },
];

/** When the last card can be there at the earliest if every card is sent as early as the limits let it, in ms. */
function shortestMs(): number {
  const sent: number[] = [];
  while (sent.length < cards) {
    const opens = documentedLimits.map(({ windowMs, most }) => (sent[sent.length - most] ?? -Infinity) + windowMs);
    sent.push(Math.max(0, ...opens));
  }
  return sent.at(-1) ?? Number.NaN;
}
