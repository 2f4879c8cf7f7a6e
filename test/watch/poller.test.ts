import type { Referral } from '../../src/partnerCenter/referral';
import { takeIn } from '../../src/referrals/intake';
import { WatchBench } from './support/watchBench';

let bench: WatchBench;
afterEach(() => bench.close());

const referrals = () => bench.sandbox.world.referrals;
const look = () => bench.poller.lookNow();

/** The first look, so that whatever comes now is new; time has passed since. */
async function begin(): Promise<void> {
  await look();
  await bench.delivery.clock.advance(1_000);
}

test('the first look posts nothing old, learns what is open, and what comes after it is new', async () => {
  bench = await WatchBench.start({ world: 'seeded' });
  const channel = await bench.delivery.channel('Deals');
  bench.delivery.run();
  const open = referrals()
    .all()
    .filter(({ status }) => status === 'New');
  expect(open.length).toBeGreaterThan(3);
  await look();
  expect(await bench.delivery.store.ledger.open()).toHaveLength(open.length);
  const [arrived] = referrals().arrive();
  await look();
  await bench.delivery.pass(60_000);
  expect(bench.shown(channel.id)).toEqual([arrived?.id]);
});

test('after an upgrade outgoing ones that are there are learnt, later ones are new, and one call goes on to be enough', async () => {
  bench = await WatchBench.start({ pageSize: 10 });
  const { store, clock } = bench.delivery;
  const channel = await bench.delivery.channel('Deals');
  const [watch] = await store.watches.allIn(channel.id);
  await store.watches.change(watch?.id ?? '', { conditions: '{"direction":"Both"}' });
  referrals().arrive({ status: 'Active', substatus: 'Accepted' });
  for (let i = 0; i < 30; i++) referrals().share();
  // What an earlier version has left: it knew what came in.
  const [last] = referrals().all().toReversed();
  await store.cursors.set('referrals.updatedDateTime', String(last?.updatedDateTime));
  await clock.advance(1_000);
  expect(await look()).toMatchObject({ owed: 0 });
  await look();
  expect(await bench.calls(look)).toBe(1);
  const { own } = referrals().share();
  expect(await look()).toMatchObject({ unknown: 2, owed: 1 });
  bench.delivery.run();
  await bench.delivery.until(() => bench.shown(channel.id).length > 0);
  await bench.delivery.pass(10_000);
  expect(bench.shown(channel.id)).toEqual([own.id]);
});

test('a first look that is cut short is done again', async () => {
  bench = await WatchBench.start({ pageSize: 10 });
  referrals().arrive({}, 25);
  bench.sandbox.world.faults.add({ path: 'referrals', times: 3 });
  bench.sandbox.world.faults.add({ path: 'referrals', times: 1, status: 400 });
  await expect(look()).rejects.toThrow('GET');
  expect(await bench.delivery.store.cursors.get('referrals.updatedDateTime')).toBeUndefined();
  expect(await look()).toMatchObject({ owed: 0 });
  expect(await bench.delivery.store.ledger.open()).toHaveLength(25);
});

test('one call per look when nothing is new, also in a large list and right after a burst', async () => {
  bench = await WatchBench.start({ world: 'seeded', pageSize: 20 });
  await begin();
  await look();
  expect(await bench.calls(look)).toBe(1);
  referrals().arrive({}, 50);
  expect(await look()).toMatchObject({ unknown: 50 });
  await look();
  expect(await bench.calls(look)).toBe(1);
  expect(await look()).toEqual({ unknown: 0, changed: 0, owed: 0 });
});

test('reads as many pages as there is news, and takes it all in at once', async () => {
  bench = await WatchBench.start({ pageSize: 10 });
  const channel = await bench.delivery.channel('Deals');
  await begin();
  const arrived = referrals().arrive({}, 25);
  expect(await look()).toMatchObject({ unknown: 25, changed: 0, owed: 25 });
  bench.delivery.run();
  await bench.delivery.until(() => bench.shown(channel.id).length === 25);
  expect(bench.shown(channel.id)).toEqual(arrived.map(({ id }) => id));
});

test('a look that fails on its second page has taken in nothing, and the next one takes in everything', async () => {
  bench = await WatchBench.start({ pageSize: 10 });
  await bench.delivery.channel('Deals');
  await begin();
  referrals().arrive({}, 25);
  bench.sandbox.world.faults.add({ path: 'referrals', times: 1 });
  bench.sandbox.world.faults.add({ path: 'referrals', times: 1, status: 400 });
  await expect(look()).rejects.toThrow('GET');
  expect(await bench.delivery.store.ledger.open()).toEqual([]);
  expect(await look()).toMatchObject({ owed: 25 });
});

test('a change made elsewhere edits the card in place', async () => {
  bench = await WatchBench.start();
  const channel = await bench.delivery.channel('Deals');
  bench.delivery.run();
  await begin();
  const [arrived] = referrals().arrive();
  await bench.watchUntil(() => bench.shown(channel.id).length === 1);
  referrals().changeInPortal(arrived?.id ?? '', { status: 'Active', substatus: 'Accepted' });
  await bench.watchUntil(() => bench.delivery.teams.cards(channel.id)[0]?.edits === 1);
  expect(bench.delivery.teams.cards(channel.id)).toMatchObject([{ card: { status: 'Active' } }]);
});

test('a referral is posted within the interval and three seconds', async () => {
  bench = await WatchBench.start();
  const channel = await bench.delivery.channel('Deals');
  bench.delivery.run();
  await begin();
  const at = bench.delivery.clock.now();
  referrals().arrive();
  await bench.watchUntil(() => bench.shown(channel.id).length === 1);
  expect(bench.delivery.clock.now() - at).toBeLessThanOrEqual(4_000);
});

test('what becomes visible late, behind later changes, is found within the overlap', async () => {
  bench = await WatchBench.start({ pageSize: 10 });
  const channel = await bench.delivery.channel('Deals');
  await begin();
  const [sample] = referrals().arrive({}, 15);
  await bench.delivery.clock.advance(60_000);
  await look();
  const late = { ...sample, id: 'late', createdDateTime: sample?.createdDateTime, eTag: '"late"' };
  referrals().put(late as never);
  referrals().arrive();
  await look();
  bench.delivery.run();
  await bench.delivery.until(() => bench.shown(channel.id).length === 17);
  expect(bench.shown(channel.id)).toContain('late');
});

test('old referrals that this account may only see since today are posted, page after page', async () => {
  bench = await WatchBench.start({ pageSize: 5 });
  const channel = await bench.delivery.channel('Deals');
  await begin();
  const [shown] = referrals().arrive();
  await look();
  const monthAgo = '2026-10-21T09:00:00.0000000Z';
  const times = { createdDateTime: monthAgo, updatedDateTime: monthAgo, expirationDateTime: '2027-01-01T00:00:00Z' };
  const granted = Array.from({ length: 12 }, (_, n) => `granted-${n}`);
  for (const id of granted) referrals().put({ ...shown, ...times, id, eTag: `"${id}"` } as never);
  await look();
  bench.delivery.run();
  await bench.delivery.until(() => bench.shown(channel.id).length === 13);
  expect(bench.shown(channel.id)).toEqual(expect.arrayContaining(granted));
});

test('a look reads no further back than the overlap, also the first one of a new process', async () => {
  bench = await WatchBench.start({ pageSize: 5 });
  await begin();
  for (let hour = 0; hour < 12; hour++) {
    referrals().arrive({}, 5);
    await look();
    await bench.delivery.clock.advance(3_600_000);
  }
  await bench.restart();
  expect(await bench.calls(look)).toBe(2);
});

test('what a look finds is delivered at once', async () => {
  bench = await WatchBench.start();
  const channel = await bench.delivery.channel('Deals');
  bench.delivery.run();
  await begin();
  await bench.delivery.http.settled();
  referrals().arrive();
  await look();
  await bench.delivery.http.settled();
  expect(bench.shown(channel.id)).toHaveLength(1);
});

test('after a restart nothing is posted twice and what came meanwhile is posted', async () => {
  bench = await WatchBench.start();
  const channel = await bench.delivery.channel('Deals');
  bench.delivery.run();
  await begin();
  const before = referrals().arrive({}, 3);
  await bench.watchUntil(() => bench.shown(channel.id).length === 3);
  const meanwhile = referrals().arrive({}, 2);
  await bench.restart();
  await bench.watchUntil(() => bench.shown(channel.id).length === 5);
  await look();
  await bench.delivery.pass(120_000);
  expect(bench.shown(channel.id)).toEqual([...before, ...meanwhile].map(({ id }) => id));
});

test('two people asking to look at the same moment share one look', async () => {
  bench = await WatchBench.start();
  await begin();
  expect(await bench.calls(() => Promise.all([look(), look()]))).toBe(1);
});

test('what events took in out of order hides nothing that lies behind it in the list', async () => {
  bench = await WatchBench.start({ pageSize: 10 });
  const channel = await bench.delivery.channel('Deals');
  await begin();
  referrals().arrive({}, 15);
  await look();
  await look();
  const missed = referrals().arrive({}, 5);
  const told = referrals().arrive({}, 25);
  const { store } = bench.delivery;
  await store.transaction((tx) => takeIn(tx, told as unknown as Referral[], bench.delivery.clock.now()));
  await look();
  bench.delivery.run();
  await bench.delivery.until(() => bench.shown(channel.id).length === 45);
  expect(bench.shown(channel.id)).toEqual(expect.arrayContaining(missed.map(({ id }) => id)));
});

test('of a first start only what is open is read, page by page, and nothing of it is posted', async () => {
  bench = await WatchBench.start({ pageSize: 100 });
  referrals().arrive({ status: 'Closed', substatus: 'Won' }, 1_000);
  await bench.delivery.clock.advance(86_400_000);
  referrals().arrive({}, 150);
  await bench.delivery.clock.advance(1_000);
  const channel = await bench.delivery.channel('Deals');
  bench.delivery.run();
  const watching = new AbortController();
  const ended = bench.poller.run(watching.signal);
  expect(await bench.calls(() => bench.delivery.pass(500))).toBe(3);
  expect(await bench.delivery.store.ledger.some(2_000)).toHaveLength(150);
  expect(bench.shown(channel.id)).toEqual([]);
  watching.abort();
  await ended;
});

test('every interval costs one call, and once an hour that call finds what no look by date can see', async () => {
  bench = await WatchBench.start({ pageSize: 50 });
  const channel = await bench.delivery.channel('Deals');
  bench.delivery.run();
  const [sample] = referrals().arrive();
  referrals().arrive({ status: 'Closed', substatus: 'Won' }, 100);
  await bench.delivery.clock.advance(86_400_000);
  const watching = new AbortController();
  const ended = bench.poller.run(watching.signal);
  await bench.delivery.pass(2_500);
  expect(await bench.calls(() => bench.delivery.pass(20_000))).toBe(20);
  referrals().put({ ...sample, id: 'late', eTag: '"late"' } as never);
  expect(await bench.calls(() => bench.delivery.pass(20_000))).toBe(20);
  expect(bench.shown(channel.id)).toEqual([]);
  expect(
    await bench.calls(async () => {
      await bench.delivery.clock.jump(3_600_000);
      await bench.delivery.until(() => bench.shown(channel.id).length === 1);
    }),
  ).toBe(1);
  expect(bench.shown(channel.id)).toEqual(['late']);
  expect(await bench.calls(() => bench.delivery.pass(5_000))).toBe(5);
  watching.abort();
  await ended;
});

test('what was answered is seen also where more than an hour passes between one look and the next', async () => {
  bench = await WatchBench.start();
  const channel = await bench.delivery.channel('Deals');
  bench.delivery.run();
  const watching = new AbortController();
  const ended = bench.poller.run(watching.signal);
  await bench.delivery.pass(1_500);
  const [sample] = referrals().arrive();
  await bench.delivery.until(() => bench.shown(channel.id).length === 1);
  referrals().changeInPortal(sample?.id ?? '', { status: 'Active', substatus: 'Accepted' });
  for (let hour = 0; hour < 2; hour++) {
    await bench.delivery.clock.jump(3_600_000);
    await bench.delivery.http.settled();
  }
  const [entry] = await bench.delivery.store.ledger.some(1);
  expect(entry?.referral.status).toBe('Active');
  watching.abort();
  await ended;
});
