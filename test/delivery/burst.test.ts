import { WatchBench } from '../watch/support/watchBench';

let bench: WatchBench;
beforeEach(async () => {
  bench = await WatchBench.start();
});
afterEach(() => bench.close());

const documented = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
];

/** How long so many sends take at least if Teams' limits are used to the full, in ms. */
function shortestMs(count: number): number {
  const sent: number[] = [];
  while (sent.length < count) {
    sent.push(
      Math.max(0, ...documented.map(({ windowMs, most }) => (sent[sent.length - most] ?? -Infinity) + windowMs)),
    );
  }
  return sent.at(-1) ?? 0;
}

const mostWithin = (times: readonly number[], windowMs: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

test('200 referrals within a second are 200 cards, oldest first, without a 429, nearly as fast as Teams allows', async () => {
  const channel = await bench.delivery.channel('Deals');
  await bench.poller.lookNow();
  bench.delivery.run();
  const { clock, teams } = bench.delivery;
  const arrived: string[] = [];
  for (let batch = 0; batch < 4; batch++) {
    arrived.push(...bench.sandbox.world.referrals.arrive({}, 50).map(({ id }) => id));
    await clock.advance(250);
  }
  const start = clock.now();
  await bench.watchUntil(() => bench.shown(channel.id).length >= 200);
  const took = clock.now() - start;
  await bench.delivery.pass(60_000);

  expect(bench.shown(channel.id)).toEqual(arrived);
  expect(teams.throttledCount).toBe(0);
  expect(took).toBeLessThanOrEqual(1.15 * shortestMs(200));
  for (const { windowMs, most } of documented) {
    expect(mostWithin(teams.limits.times(channel.id), windowMs)).toBeLessThanOrEqual(most);
  }
});

test('people are answered while many cards are being posted, and nobody is refused for it', async () => {
  const channel = await bench.delivery.channel('Deals');
  await bench.poller.lookNow();
  bench.delivery.run();
  bench.sandbox.world.referrals.arrive({}, 60);
  await bench.poller.lookNow();
  const { clock, teams, throttle } = bench.delivery;
  const path = `${teams.serviceUrl}v3/conversations/${encodeURIComponent(channel.id)}/activities`;
  for (let reply = 0; reply < 4; reply++) {
    await bench.delivery.pass(7_000 + 130 * reply);
    const body = JSON.stringify({ type: 'message', text: 'An answer' });
    expect((await fetch(path, { method: 'POST', body })).status).toBe(201);
    throttle.recordSent(channel.id);
  }
  await bench.delivery.until(() => bench.shown(channel.id).length === 60);
  expect(teams.throttledCount).toBe(0);
  expect(clock.now()).toBeGreaterThan(0);
});
