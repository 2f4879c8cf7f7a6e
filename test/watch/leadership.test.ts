import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { createLeadership, type Leadership } from '../../src/watch/leadership';
import { healthNote, sharedHealth } from '../../src/watch/sharedHealth';
import { HealthRecord } from '../../src/watch/watchHealth';
import { TestClock } from '../support/testClock';

/** A process with a clock of its own: it stands still while nobody moves it. */
interface Process {
  clock: TestClock;
  leadership: Leadership;
  /** Whether its work is under way. */
  works: () => boolean;
  stop(): Promise<void>;
}

let folder: string;
let store: Store;
const log = createLog('silent');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'partner-desk-'));
  store = await openStore({ databaseUrl: `sqlite:${join(folder, 'desk.db')}`, log, clock: new TestClock() });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function start(holder: string, on = store): Process {
  const clock = new TestClock();
  const leadership = createLeadership({ store: on, clock, log, holder, note: () => '{}' });
  let working = false;
  const work = {
    async run(signal: AbortSignal) {
      working = true;
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      working = false;
    },
  };
  const stopping = new AbortController();
  const ended = leadership.lead([work], stopping.signal);
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  return { clock, leadership, works: () => working, stop };
}

/** Lets time pass for some processes, in steps of a second. */
async function pass(seconds: number, ...processes: Process[]): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    for (const { clock } of processes) {
      await clock.advance(1_000);
      for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

test('one of several works, for as long as it lives', async () => {
  const processes = [start('a'), start('b'), start('c')];
  await pass(60, ...processes);
  expect(processes.filter((one) => one.works())).toHaveLength(1);
  expect(processes.filter((one) => one.leadership.isLeader())).toHaveLength(1);
  await Promise.all(processes.map((one) => one.stop()));
});

test('when the leader stops, another works within a second or so', async () => {
  const [a, b] = [start('a'), start('b')];
  await pass(2, a, b);
  const [leader, other] = a.works() ? [a, b] : [b, a];
  await leader.stop();
  await pass(2, other);
  expect(other.works()).toBe(true);
  await other.stop();
});

test('when the leader is held up, another works within ten seconds; the first writes nothing any more and steps back', async () => {
  const a = start('a');
  await pass(1, a);
  const b = start('b');
  await b.clock.advance(1_000);
  await pass(10, b);
  expect([a.works(), b.works()]).toEqual([true, true]);
  const late = a.leadership.fenced(store).transaction((tx) => tx.cursors.set('mark', 'old'));
  await expect(late).rejects.toThrow('Another process leads now');
  await b.leadership.fenced(store).transaction((tx) => tx.cursors.set('mark', 'new'));
  expect(await store.cursors.get('mark')).toBe('new');
  await pass(12, a, b);
  expect([a.works(), b.works()]).toEqual([false, true]);
  await Promise.all([a.stop(), b.stop()]);
});

test('a leader that cannot reach the database steps back when its time is over, and leads again afterwards', async () => {
  let broken = false;
  const hold: Store['leases']['hold'] = (...call) =>
    broken ? Promise.reject(new Error('The database does not answer')) : store.leases.hold(...call);
  const a = start('a', { ...store, leases: { ...store.leases, hold } });
  await pass(1, a);
  broken = true;
  await pass(6, a);
  expect(a.works()).toBe(true);
  await pass(7, a);
  expect(a.works()).toBe(false);
  broken = false;
  await pass(2, a);
  expect(a.works()).toBe(true);
  await a.stop();
});

test('while nobody leads for a moment, the others tell of the looks that the last leader made', async () => {
  const clock = new TestClock();
  const health = new HealthRecord(clock.now(), 1_000);
  const own = { health: (elsewhereAt?: number) => health.at(clock.now(), elsewhereAt) };
  const leadership = createLeadership({ store, clock, log, holder: 'b', note: () => '{}' });
  const seen = () => sharedHealth(own, leadership, store, clock);
  const lookedAt = clock.now() + 50_000;
  const note = healthNote({ lastSuccessAt: lookedAt, stalledSince: undefined, why: undefined, isForbidden: false });
  await store.leases.hold({ name: 'leader', holder: 'killed', heldUntil: clock.now() + 52_000, note }, clock.now());
  await clock.advance(53_000);
  expect(await seen()).toMatchObject({ lastSuccessAt: lookedAt, stalledSince: undefined });
  await clock.advance(3_000);
  expect(await seen()).toMatchObject({ lastSuccessAt: lookedAt, stalledSince: lookedAt });
});
