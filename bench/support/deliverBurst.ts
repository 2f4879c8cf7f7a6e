import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../sandbox/seed/random';
import { World } from '../../sandbox/world';
import { createDispatcher } from '../../src/delivery/dispatcher';
import { startSendSync } from '../../src/delivery/sendSync';
import { createThrottle } from '../../src/delivery/throttle';
import { newId } from '../../src/lib/ids';
import { createLog } from '../../src/lib/log';
import { createMetrics } from '../../src/lib/metrics';
import { referralSchema } from '../../src/partnerCenter/referral';
import { lookCursor, takeIn } from '../../src/referrals/intake';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { LimitedTeams } from './limitedTeams';
import { SimulatedClock } from './simulatedClock';
import { memoryFolder } from './temporaryFolder';

/** So many referrals that come at once, for so many channels. */
export interface Burst {
  referrals: number;
  channels: number;
  /** How many processes deliver from one database. */
  dispatchers: number;
  /** The share of Teams' calls that fail, 0 to 1. */
  failing: number;
}

/** How that went. */
export interface BurstResult {
  /** Simulated, from the moment when all are owed to the last card, in ms. */
  tookMs: number;
  /** How often Teams said 429. */
  throttled: number;
  cards: number;
}

const notReminded = () => Promise.reject(new Error('Nobody is reminded'));

/** Delivers it in simulated time, to a Teams that enforces its limits. */
export async function deliverBurst(burst: Burst): Promise<BurstResult> {
  const clock = new SimulatedClock();
  const log = createLog('silent');
  const folder = memoryFolder();
  const store = await openStore({ databaseUrl: `sqlite:${join(folder, 'desk.db')}`, log, clock });
  await owe(store, clock.now(), burst);
  const started = clock.now();
  const random = new Random('burst');
  const teams = new LimitedTeams(clock, random, burst.failing);
  const stop = new AbortController();
  const running: Promise<void>[] = [];
  for (let count = 0; count < burst.dispatchers; count++) {
    const throttle = createThrottle({ clock });
    const processId = newId();
    const sync = await startSendSync({ store, throttle, clock, processId, isSole: burst.dispatchers === 1 });
    const dispatcher = createDispatcher({
      store,
      sender: teams,
      render: (entry) => ({ card: { type: 'AdaptiveCard' }, summary: entry.referralId }),
      renderList: () => ({ card: { type: 'AdaptiveCard' }, summary: '' }),
      mayShow: () => Promise.resolve(true),
      reminders: {
        responseDays: 14,
        readAgain: notReminded,
        people: notReminded,
        render: () => ({ card: { type: 'AdaptiveCard' }, summary: '' }),
      },
      news: {
        mayShow: notReminded,
        render: () => ({ card: { type: 'AdaptiveCard' }, summary: '' }),
      },
      throttle,
      clock,
      log,
      processId,
      sync,
      random: () => random.next(),
      metrics: createMetrics(),
    });
    running.push(dispatcher.run(stop.signal));
  }
  await clock.until(() => teams.cards === burst.referrals * burst.channels);
  const tookMs = clock.now() - started;
  stop.abort();
  await clock.until(() => teams.cards > 0);
  await Promise.all(running);
  await store.close();
  rmSync(folder, { recursive: true });
  return { tookMs, throttled: teams.throttled, cards: teams.cards };
}

/** Channels that watch, and what a look does with as many new referrals. */
async function owe(store: Store, now: number, { channels, referrals: count }: Burst): Promise<void> {
  const facts = { tenantId: null, teamId: null, name: 'Deals', locale: null, timeZone: null, botId: '28:bot' };
  for (let channel = 0; channel < channels; channel++) {
    const conversationId = `19:${channel}channel@thread.tacv2`;
    const place = { id: conversationId, kind: 'channel' as const, serviceUrl: 'http://127.0.0.1/', installedAt: now };
    await store.conversations.save({ ...facts, ...place });
    const owner = { ownerId: newId(), ownerName: 'Megan Bowen' };
    await store.watches.start({ id: newId(), conversationId, ...owner, startedAt: now });
  }
  await store.cursors.set(lookCursor, '1970-01-01T00:00:00Z');
  const { referrals } = new World({ seed: 'bench', world: 'empty', now: () => now, pageSize: 100 });
  const arrived = referrals.arrive({}, count).map((resource) => referralSchema.parse(resource));
  await store.transaction((tx) => takeIn(tx, arrived, now));
}
