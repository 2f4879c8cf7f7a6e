import { recordReferral } from '../../src/referrals/recordReferral';
import { DeliveryBench } from './support/deliveryBench';
import { aReferral, changedReferral } from './support/referrals';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const shown = (conversationId: string) => bench.teams.cards(conversationId).map(({ card }) => card.referralId);
const depth = () => bench.store.outbox.depth();

test('posts what is owed to every watching channel, the oldest referral first', async () => {
  const [deals, leads] = [await bench.channel('Deals'), await bench.channel('Leads')];
  await bench.takeIn(aReferral(3), aReferral(1), aReferral(2));
  bench.run();
  await bench.until(() => shown(deals.id).length + shown(leads.id).length === 6);
  expect(shown(deals.id)).toEqual(['referral-1', 'referral-2', 'referral-3']);
  expect(shown(leads.id)).toEqual(['referral-1', 'referral-2', 'referral-3']);
  expect(await depth()).toEqual({ owed: 0, retrying: 0, buried: 0, oldestDueAt: null });
});

test('is woken by work instead of waiting for its next look at the outbox', async () => {
  const channel = await bench.channel('Deals');
  bench.run();
  await bench.http.settled();
  await bench.takeIn(aReferral(1));
  const before = bench.clock.now();
  await bench.http.settled();
  expect(shown(channel.id)).toEqual(['referral-1']);
  expect(bench.clock.now()).toBe(before);
});

test('finds what another process owes within a second', async () => {
  const channel = await bench.channel('Deals');
  bench.run();
  await bench.http.settled();
  await bench.takeInElsewhere(aReferral(1));
  await bench.pass(1_000);
  expect(shown(channel.id)).toEqual(['referral-1']);
});

test('edits a card in place when its referral changed, and several changes make one edit', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => shown(channel.id).length === 1);
  await bench.stop();
  await bench.takeIn(changedReferral(1, 5, { status: 'Active', substatus: 'Accepted' }));
  await bench.takeIn(changedReferral(1, 9, { status: 'Closed', substatus: 'Won' }));
  bench.run();
  await bench.pass(60_000);
  expect(bench.teams.cards(channel.id)).toMatchObject([{ edits: 1, card: { status: 'Closed', version: 3 } }]);
});

test('sends no edit for a card that already shows the referral as it is', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => shown(channel.id).length === 1);
  const [{ activityId } = { activityId: '' }] = bench.teams.cards(channel.id);
  const key = { kind: 'update', referralId: 'referral-1', conversationId: channel.id, activityId } as const;
  await bench.store.outbox.owe([{ ...key, position: 0, dueAt: bench.clock.now() }]);
  await bench.pass(5_000);
  expect(bench.teams.requests).toHaveLength(1);
  expect((await depth()).owed).toBe(0);
});

test('a decision that is made while the card is being posted ends up on the card', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  const posting = bench.teams.fault({ method: 'POST', hold: 'afterAccepting', times: 1 });
  bench.run();
  await posting.held;
  const now = bench.clock.now();
  const decision = { verb: 'accept', byId: 'megan', byName: 'Megan Bowen', at: now } as const;
  await recordReferral(bench.store, changedReferral(1, 5, { status: 'Active' }), { now, decision });
  posting.release();
  await bench.until(() => bench.teams.cards(channel.id)[0]?.edits === 1);
  expect(bench.teams.cards(channel.id)).toMatchObject([{ card: { status: 'Active', by: 'Megan Bowen' } }]);
});

test('a change that comes while an older one is being shown is shown after it', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => shown(channel.id).length === 1);
  const editing = bench.teams.fault({ method: 'PUT', hold: 'beforeAccepting', times: 1 });
  await bench.takeIn(changedReferral(1, 5, { status: 'Active' }));
  await editing.held;
  await bench.takeIn(changedReferral(1, 9, { status: 'Closed' }));
  editing.release();
  await bench.until(() => bench.teams.cards(channel.id)[0]?.edits === 2);
  expect(bench.teams.cards(channel.id)).toMatchObject([{ card: { status: 'Closed' } }]);
});

test('sends one after the other within a conversation', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1), aReferral(2));
  const first = bench.teams.fault({ hold: 'beforeAccepting', times: 1 });
  bench.run();
  await first.held;
  await bench.pass(10_000, { held: 1 });
  expect(bench.teams.requests).toHaveLength(1);
  first.release();
  await bench.until(() => shown(channel.id).length === 2);
});

test('nothing is posted twice after a restart', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1), aReferral(2));
  bench.run();
  await bench.until(() => shown(channel.id).length === 2);
  await bench.restart();
  await bench.takeIn(aReferral(1), aReferral(2), aReferral(3));
  await bench.pass(120_000);
  expect(shown(channel.id)).toEqual(['referral-1', 'referral-2', 'referral-3']);
});

test('stopping finishes what is in hand', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1), aReferral(2));
  const slow = bench.teams.fault({ hold: 'beforeAccepting', times: 1 });
  bench.run();
  await slow.held;
  const stopped = bench.stop();
  slow.release();
  await stopped;
  expect(shown(channel.id)).toEqual(['referral-1']);
  expect((await depth()).owed).toBe(1);
});

test('stopping hands back after eight seconds what Teams does not answer, to be sent at once by the next process', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  const dead = bench.teams.fault({ hold: 'beforeAccepting', times: 1 });
  bench.run();
  await dead.held;
  const before = bench.clock.now();
  await bench.stop({ held: 1 });
  expect(bench.clock.now() - before).toBe(8_000);
  await bench.restart();
  await bench.http.settled();
  expect(shown(channel.id)).toEqual(['referral-1']);
  expect(bench.clock.now() - before).toBe(8_000);
});
