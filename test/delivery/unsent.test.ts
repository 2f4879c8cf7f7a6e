import { DeliveryBench } from './support/deliveryBench';
import { aReferral, changedReferral } from './support/referrals';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const shown = (conversationId: string) => bench.teams.cards(conversationId).map(({ card }) => card.referralId);
const depth = () => bench.store.outbox.depth();

test('what a person may not read is posted once it has changed so that they may', async () => {
  const channel = await bench.channel('Deals');
  bench.mayShow = () => Promise.resolve(false);
  await bench.takeIn(aReferral(1), aReferral(2));
  bench.run();
  await bench.pass(10_000);
  bench.mayShow = () => Promise.resolve(true);
  await bench.takeIn(changedReferral(1, 5, { name: 'with another team' }), aReferral(2));
  await bench.pass(120_000);
  expect(shown(channel.id)).toEqual(['referral-1']);
});

test('a withheld referral that was answered meanwhile is no longer news', async () => {
  await bench.channel('Deals');
  bench.mayShow = () => Promise.resolve(false);
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.pass(10_000);
  bench.mayShow = () => Promise.resolve(true);
  await bench.takeIn(changedReferral(1, 5, { status: 'Active', substatus: 'Accepted' }));
  await bench.pass(120_000);
  expect(bench.teams.requests).toEqual([]);
});

test('a post whose send failed is not sent after the watch has ended, but again when it is asked for', async () => {
  const channel = await bench.channel('Deals');
  const failing = bench.teams.fault({ hold: 'beforeAccepting', times: 1, status: 502 });
  await bench.takeIn(aReferral(1));
  bench.run();
  await failing.held;
  await bench.store.watches.end(channel.id, 'unwatch', bench.clock.now());
  failing.release();
  await bench.pass(120_000);
  expect(bench.teams.requests).toHaveLength(1);
  expect(await depth()).toEqual({ owed: 0, retrying: 0, buried: 0, oldestDueAt: null });
  const watch = { id: 'again', conversationId: channel.id, ownerId: 'megan', ownerName: 'Megan Bowen' };
  const now = bench.clock.now();
  await bench.store.watches.start({ ...watch, startedAt: now });
  const post = { kind: 'post', referralId: 'referral-1', conversationId: channel.id, activityId: '' } as const;
  expect(await bench.store.outbox.oweAsked([{ ...post, position: now, dueAt: now }])).toBe(1);
  await bench.pass(2_000);
  expect(shown(channel.id)).toEqual(['referral-1']);
});

test('a watch that ends while it is asked whether a referral may be shown is obeyed', async () => {
  const channel = await bench.channel('Deals');
  const asked: ((may: boolean) => void)[] = [];
  bench.mayShow = () => new Promise((resolve) => asked.push(resolve));
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => asked.length === 1);
  await bench.store.watches.end(channel.id, 'unwatch', bench.clock.now());
  asked[0]?.(true);
  await bench.pass(120_000);
  expect(bench.teams.requests).toEqual([]);
});
