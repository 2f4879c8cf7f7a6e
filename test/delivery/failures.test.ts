import { DeliveryBench } from './support/deliveryBench';
import { aReferral, changedReferral } from './support/referrals';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const shown = (conversationId: string) => bench.teams.cards(conversationId).map(({ card }) => card.referralId);
const depth = () => bench.store.outbox.depth();
const postTimes = (conversationId: string) =>
  bench.teams.requests.filter(({ path }) => path.includes(conversationId)).map(({ at }) => at);
const pathOf = (conversationId: string) => new RegExp(conversationId.replaceAll('.', '\\.'));

test('a 429 pauses that conversation for as long as Teams says, and no other', async () => {
  const [deals, leads] = [await bench.channel('Deals'), await bench.channel('Leads')];
  bench.teams.fault({ path: pathOf(deals.id), times: 1, status: 429, retryAfterSeconds: 20 });
  await bench.takeIn(aReferral(1), aReferral(2));
  bench.run();
  await bench.until(() => shown(deals.id).length === 2);
  const [refused = 0, ...sent] = postTimes(deals.id);
  expect(sent).toEqual([refused + 20_000, refused + 20_000]);
  expect(shown(deals.id)).toEqual(['referral-1', 'referral-2']);
  expect(postTimes(leads.id)).toEqual([refused, refused]);
});

test('a conversation that is gone is marked so, its watch ends, and no other channel waits for it', async () => {
  const [deals, leads] = [await bench.channel('Deals'), await bench.channel('Leads')];
  bench.teams.fault({ path: pathOf(deals.id), status: 403, code: 'MessageWritesBlocked' });
  const before = bench.clock.now();
  await bench.takeIn(aReferral(1), aReferral(2));
  bench.run();
  await bench.until(() => shown(leads.id).length === 2);
  expect(postTimes(leads.id)).toEqual([before, before]);
  expect(postTimes(deals.id)).toHaveLength(1);
  expect(await bench.store.conversations.find(deals.id)).toMatchObject({ removedAt: before });
  expect(await bench.store.watches.activeIn(deals.id)).toBeUndefined();
  expect((await depth()).owed).toBe(0);
});

test('a passing fault is tried again after 0.5 s, 1.5 s, 5 s, 15 s, 1 min, then every 10 min until it has passed', async () => {
  const channel = await bench.channel('Deals');
  const outage = bench.teams.fault({ status: 502 });
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.http.settled();
  const waits = [500, 1_500, 5_000, 15_000, 60_000, 600_000, 600_000];
  for (const [tries, wait] of waits.entries()) {
    const end = Math.min(wait, 1_000);
    await bench.clock.jump(wait - end);
    await bench.pass(end - 1);
    expect(postTimes(channel.id)).toHaveLength(tries + 1);
    if (tries === waits.length - 1) outage.remove();
    await bench.pass(1);
  }
  await bench.until(() => shown(channel.id).length === 1);
  expect((await depth()).owed).toBe(0);
});

test('cards stay in order over a short outage', async () => {
  const channel = await bench.channel('Deals');
  bench.teams.fault({ times: 2, status: 503 });
  await bench.takeIn(aReferral(1), aReferral(2), aReferral(3));
  bench.run();
  await bench.until(() => shown(channel.id).length === 3);
  expect(shown(channel.id)).toEqual(['referral-1', 'referral-2', 'referral-3']);
});

test('asking for patience does not use up the tries', async () => {
  const channel = await bench.channel('Deals');
  bench.teams.fault({ times: 7, status: 429, retryAfterSeconds: 1 });
  bench.teams.fault({ times: 1, status: 500 });
  await bench.takeIn(aReferral(1));
  bench.run();
  const before = bench.clock.now();
  await bench.until(() => shown(channel.id).length === 1);
  expect(bench.clock.now() - before).toBe(7_500);
});

test('a 503 that names a time is tried again exactly then', async () => {
  const channel = await bench.channel('Deals');
  bench.teams.fault({ times: 1, status: 503, retryAfterSeconds: 20 });
  await bench.takeIn(aReferral(1), aReferral(2));
  bench.run();
  await bench.until(() => shown(channel.id).length === 2);
  const [refused = 0, ...sent] = postTimes(channel.id);
  expect(sent).toEqual([refused + 20_000, refused + 20_000]);
});

test('a card that has to wait ten minutes for its next try lets those behind it pass after one', async () => {
  const channel = await bench.channel('Deals');
  const outage = bench.teams.fault({ status: 500 });
  await bench.takeIn(aReferral(1));
  bench.run();
  for (const wait of [0, 500, 1_500, 5_000, 15_000, 60_000]) {
    await bench.clock.jump(wait);
    await bench.http.settled();
  }
  expect(postTimes(channel.id)).toHaveLength(6);
  outage.remove();
  await bench.takeIn(aReferral(2), aReferral(3));
  await bench.clock.jump(60_000);
  await bench.until(() => shown(channel.id).length === 2);
  expect(shown(channel.id)).toEqual(['referral-2', 'referral-3']);
});

test('a conversation where nothing goes through takes ever less of the time, however much is owed to it', async () => {
  const channel = await bench.channel('Deals');
  bench.teams.fault({ status: 500 });
  await bench.takeIn(...Array.from({ length: 60 }, (_, n) => aReferral(n)));
  bench.run();
  for (let minute = 0; minute < 10; minute++) {
    await bench.clock.jump(60_000);
    await bench.http.settled();
  }
  expect(postTimes(channel.id).length).toBeLessThan(16);
});

test('an answer that takes longer than 15 s counts as a passing fault', async () => {
  const channel = await bench.channel('Deals');
  bench.teams.fault({ hold: 'beforeAccepting', times: 1 });
  const before = bench.clock.now();
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => shown(channel.id).length === 1, { held: 1 });
  expect(postTimes(channel.id)).toEqual([before, before + 15_500]);
});

test.each(['beforeAccepting', 'afterAccepting'] as const)(
  'a connection cut %s leaves at most one double',
  async (cut) => {
    const channel = await bench.channel('Deals');
    bench.teams.fault({ times: 1, cut });
    await bench.takeIn(aReferral(1), aReferral(2));
    bench.run();
    await bench.pass(120_000);
    expect(shown(channel.id)).toEqual([
      ...(cut === 'afterAccepting' ? ['referral-1'] : []),
      'referral-1',
      'referral-2',
    ]);
  },
);

test('a card that Teams will never take is given up and the next one is posted', async () => {
  const channel = await bench.channel('Deals');
  bench.teams.fault({ times: 1, status: 413, code: 'MessageSizeTooBig' });
  await bench.takeIn(aReferral(1), aReferral(2));
  bench.run();
  await bench.pass(120_000);
  expect(shown(channel.id)).toEqual(['referral-2']);
  expect(await depth()).toMatchObject({ owed: 0, buried: 1 });
});

test('an edit of a card that somebody deleted is given up; the conversation goes on', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => shown(channel.id).length === 1);
  bench.teams.fault({ method: 'PUT', status: 404, code: 'ActivityNotFoundInConversation' });
  await bench.takeIn(changedReferral(1, 5, { status: 'Closed' }), aReferral(2));
  await bench.pass(120_000);
  expect(shown(channel.id)).toEqual(['referral-1', 'referral-2']);
  expect(await depth()).toMatchObject({ owed: 0, buried: 1 });
});

test('what a person may not read is not shown to them, and not asked again', async () => {
  await bench.channel('Deals');
  bench.mayShow = () => Promise.resolve(false);
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.pass(120_000);
  expect(bench.teams.requests).toEqual([]);
  expect(await depth()).toEqual({ owed: 0, retrying: 0, buried: 0, oldestDueAt: null });
});

test('an answer whether it may be shown that comes too late posts nothing behind the back of the next try', async () => {
  const channel = await bench.channel('Deals');
  const late: ((may: boolean) => void)[] = [];
  bench.mayShow = () => new Promise((resolve) => late.push(resolve));
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => late.length === 2);
  late[0]?.(true);
  await bench.pass(1_000);
  expect(bench.teams.requests).toEqual([]);
  late[1]?.(true);
  await bench.until(() => shown(channel.id).length === 1);
  await bench.pass(120_000);
  expect(bench.teams.requests).toHaveLength(1);
});

test('stopping does not wait longer for Partner Center than for Teams', async () => {
  await bench.channel('Deals');
  let asked = false;
  bench.mayShow = () => {
    asked = true;
    return new Promise(() => undefined);
  };
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => asked);
  const before = bench.clock.now();
  await bench.stop();
  expect(bench.clock.now() - before).toBe(8_000);
});
