import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFolder } from '../../bench/support/temporaryFolder';
import { startSandbox } from '../../sandbox/startSandbox';
import { createDispatcher } from '../../src/delivery/dispatcher';
import { createThrottle } from '../../src/delivery/throttle';
import { sandboxTokens } from '../../src/identity/sandboxTokens';
import { type Clock, systemClock } from '../../src/lib/clock';
import { newId } from '../../src/lib/ids';
import { createLog } from '../../src/lib/log';
import { createMetrics } from '../../src/lib/metrics';
import { createPartnerCenter } from '../../src/partnerCenter/createPartnerCenter';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { createPoller } from '../../src/watch/poller';
import { type FakeTeams, type Place, startFakeTeams } from '../support/fakeTeams';
import { allDelivered } from './support/allDelivered';
import type { ProcessOrders, ProcessReport } from './support/deliveryProcess';
import { httpSender } from './support/httpSender';
import { plainCard } from './support/plainCard';
import { plainList } from './support/plainList';
import { plainNews } from './support/plainNews';
import { plainReminders } from './support/plainReminders';

const log = createLog('silent');
const program = join(__dirname, 'support', 'deliveryProcess.ts');
const runSources = join(__dirname, '..', 'support', 'registerTypeScript.js');

/** After this long a claim of a process that died has run out. */
const later: Clock = { now: () => Date.now() + 31_000, sleep: (ms, signal) => systemClock.sleep(ms, signal) };

let teams: FakeTeams;
let folder: string;
beforeAll(async () => {
  teams = await startFakeTeams();
  folder = memoryFolder();
});
afterAll(async () => {
  await teams.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A database in which a channel watches and the first look is over. */
async function prepare(databaseUrl: string): Promise<Place> {
  const channel = teams.places.addChannel('Deals');
  const store = await openStore({ databaseUrl, log, clock: systemClock });
  const { serviceUrl, tenantId, bot } = teams;
  const { id, name, teamId } = channel;
  const at = Date.now();
  const rest = { serviceUrl, tenantId, name, teamId, botId: bot.id, locale: null, timeZone: null, installedAt: at };
  await store.conversations.save({ id, kind: 'channel', ...rest });
  await store.watches.start({ id: newId(), conversationId: id, ownerId: 'm', ownerName: 'Megan', startedAt: at });
  await store.cursors.set('referrals.updatedDateTime', '1970-01-01T00:00:00Z');
  await store.close();
  return channel;
}

/** Runs the product in a process of its own until it stands still, kills it, and gives the steps that it had passed. */
async function killed(orders: ProcessOrders): Promise<string[] | undefined> {
  const child = fork(program, [JSON.stringify(orders)], { execArgv: ['-r', runSources] });
  const exited = once(child, 'exit');
  const [report] = (await Promise.race([once(child, 'message'), exited])) as [ProcessReport | number | null];
  child.kill('SIGKILL');
  await exited;
  if (typeof report !== 'object' || report === null) throw new Error(`The process ended with ${String(report)}`);
  return 'done' in report ? undefined : report.passed;
}

/** The next process on the same database, half a minute later, until nothing is owed any more. */
async function recover({ databaseUrl, referralsApiUrl, partnerCenterApiUrl }: ProcessOrders): Promise<void> {
  const store: Store = await openStore({ databaseUrl, log, clock: later });
  const shared = {
    store,
    clock: later,
    log,
    random: Math.random,
    metrics: createMetrics(),
    newId,
    processId: newId(),
    sync: { catchUp: () => Promise.resolve(0) },
  };
  const sender = httpSender(fetch);
  const throttle = createThrottle({ clock: later });
  const dispatcher = createDispatcher({
    ...shared,
    sender,
    render: plainCard,
    renderList: plainList,
    mayShow: () => Promise.resolve(true),

    reminders: plainReminders(store),
    news: plainNews,
    throttle,
  });
  const poller = createPoller({
    ...shared,
    partnerCenter: createPartnerCenter({ ...shared, referralsApiUrl, partnerCenterApiUrl, fetch }),
    tokens: sandboxTokens('service'),
    intervalMs: 60_000,
    onWork: () => dispatcher.wake(),
  });
  await poller.lookNow();
  const stop = new AbortController();
  const ended = dispatcher.run(stop.signal);
  await allDelivered(store);
  stop.abort();
  await ended;
  await store.close();
}

interface Outcome {
  /** What the process had done when it was killed. */
  passed: string[];
  /** How often each referral was posted in the end. */
  posts: number[];
}

/** Kills a process before its n-th step, lets the next one go on, and says how often each referral was posted. */
async function killBefore(n: number): Promise<Outcome | undefined> {
  const databaseUrl = `sqlite:${join(folder, `${n}.db`)}`;
  const channel = await prepare(databaseUrl);
  const sandbox = await startSandbox({ world: 'empty' });
  try {
    const arrived = sandbox.world.referrals.arrive({}, 2);
    const { referralsApiUrl, partnerCenterApiUrl } = sandbox;
    const orders = { databaseUrl, referralsApiUrl, partnerCenterApiUrl, standStillAt: n };
    const passed = await killed(orders);
    if (passed === undefined) return undefined;
    await recover(orders);
    const shown = teams.cards(channel.id).map(({ card }) => card.referralId);
    return { passed, posts: arrived.map(({ id }) => shown.filter((one) => one === id).length) };
  } finally {
    await sandbox.close();
  }
}

/** Whether a post was under way, or answered and not yet saved: nobody can know of that card afterwards. */
const wasPosting = ({ passed }: Outcome): boolean => passed.lastIndexOf('POST request') > passed.lastIndexOf('commit');

test('wherever the process is killed, the next one posts each referral once, save where an answer of Teams was lost', async () => {
  const outcomes: Outcome[] = [];
  for (let n = 0; ; n++) {
    const outcome = await killBefore(n);
    if (!outcome) break;
    outcomes.push(outcome);
  }
  const inTheWindow = outcomes.filter(wasPosting);
  const elsewhere = outcomes.filter((outcome) => !wasPosting(outcome));
  expect(elsewhere.filter(({ posts }) => posts.join() !== '1,1')).toEqual([]);
  expect(inTheWindow.filter(({ posts }) => !['1,1', '1,2', '2,1'].includes(posts.join()))).toEqual([]);
  const answered = inTheWindow.filter(({ passed }) => passed.lastIndexOf('POST answer') > passed.lastIndexOf('commit'));
  expect(new Set(answered.map(({ posts }) => posts.join()))).toEqual(new Set(['2,1', '1,2']));
  expect(elsewhere.length).toBeGreaterThan(15);
}, 120_000);

test('killed after Teams took the post and before it answered: that one card is doubled, and only that one', async () => {
  const databaseUrl = `sqlite:${join(folder, 'unanswered.db')}`;
  const channel = await prepare(databaseUrl);
  const sandbox = await startSandbox({ world: 'empty' });
  const [first, second] = sandbox.world.referrals.arrive({}, 2).map(({ id }) => id);
  const { referralsApiUrl, partnerCenterApiUrl } = sandbox;
  const orders = { databaseUrl, referralsApiUrl, partnerCenterApiUrl, standStillAt: -1 };
  const held = teams.fault({ hold: 'afterAccepting', times: 1 });
  const child = fork(program, [JSON.stringify(orders)], { execArgv: ['-r', runSources] });
  await held.held;
  child.kill('SIGKILL');
  await once(child, 'exit');
  held.remove();
  await recover(orders);
  await sandbox.close();
  expect(teams.cards(channel.id).map(({ card }) => card.referralId)).toEqual([first, first, second]);
});
