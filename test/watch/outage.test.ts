import { WatchBench } from './support/watchBench';

let bench: WatchBench;
let stop: AbortController;
let ended: Promise<void>;

beforeEach(async () => {
  bench = await WatchBench.start();
  stop = new AbortController();
  ended = bench.poller.run(stop.signal);
  await bench.delivery.pass(3_000);
});
afterEach(async () => {
  stop.abort();
  await ended;
  await bench.close();
});

const faults = () => bench.sandbox.world.faults;
const now = () => bench.delivery.clock.now();

test('the watch is well while looks succeed', () => {
  expect(bench.poller.health()).toEqual({
    lastSuccessAt: now(),
    stalledSince: undefined,
    why: undefined,
    isForbidden: false,
  });
});

test('an outage is stalled after five intervals, says since when and why, and ends by itself', async () => {
  const { lastSuccessAt } = bench.poller.health();
  faults().add({ path: 'referrals', status: 503 });
  await bench.delivery.pass(4_900);
  expect(bench.poller.health().stalledSince).toBeUndefined();
  await bench.delivery.pass(25_000);
  expect(bench.poller.health()).toMatchObject({ lastSuccessAt, stalledSince: lastSuccessAt });
  expect(bench.poller.health().why).toMatch(/^unavailable at GET .*\(HTTP 503\)$/);
  faults().clear();
  await bench.delivery.pass(30_000);
  expect(bench.poller.health()).toMatchObject({ stalledSince: undefined, why: undefined, isForbidden: false });
});

test('looks become rarer while they fail, and not rarer than five intervals', async () => {
  faults().add({ path: 'referrals', status: 400 });
  const calls = await bench.calls(() => bench.delivery.pass(60_000));
  expect(calls).toBeGreaterThanOrEqual(12);
  expect(calls).toBeLessThanOrEqual(16);
});

test('Retry-After is waited for', async () => {
  faults().add({ path: 'referrals', status: 429, retryAfterSeconds: 57 });
  await bench.delivery.pass(1_000);
  const calls = await bench.calls(() => bench.delivery.pass(50_000));
  expect(calls).toBeLessThanOrEqual(1);
});

test('stopping ends a look that hangs', async () => {
  faults().add({ path: 'referrals', delayMs: 600_000 });
  await bench.delivery.pass(1_500, { held: 1 });
  stop.abort();
  await ended;
  expect(bench.poller.health().why).toBeUndefined();
});
