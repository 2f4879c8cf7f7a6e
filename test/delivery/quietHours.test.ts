import { DeliveryBench } from './support/deliveryBench';
import { aReferral } from './support/referrals';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const minutes = (count: number) => count * 60_000;

/** It is nine o'clock there. */
async function quietChannel(from: string, until: string) {
  const channel = await bench.channel('Deals');
  await bench.store.quietHours.set({ conversationId: channel.id, from, until, setBy: 'Megan Bowen' });
  return channel;
}

test('a card that Teams did not take before the quiet hours comes at their end', async () => {
  const channel = await quietChannel('09:01', '11:00');
  const fault = bench.teams.fault({ method: 'POST', status: 503 });
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.pass(minutes(2));
  fault.remove();
  await bench.pass(minutes(1));
  await bench.clock.jump(minutes(116));
  await bench.pass(1_000);
  expect(bench.teams.cards(channel.id)).toEqual([]);
  await bench.clock.jump(minutes(1));
  await bench.pass(2_000);
  expect(bench.teams.cards(channel.id)).toHaveLength(1);
});

test('a card that fell due while nothing was sent does not come in the quiet hours', async () => {
  const channel = await quietChannel('09:30', '11:00');
  await bench.takeIn(aReferral(1));
  await bench.clock.jump(minutes(45));
  bench.run();
  await bench.pass(2_000);
  await bench.clock.jump(minutes(74));
  await bench.pass(2_000);
  expect(bench.teams.cards(channel.id)).toEqual([]);
  await bench.clock.jump(minutes(1));
  await bench.pass(2_000);
  expect(bench.teams.cards(channel.id)).toHaveLength(1);
});

test('a card that a person asks for in the quiet hours comes at once', async () => {
  const channel = await quietChannel('08:30', '11:00');
  await bench.takeIn(aReferral(1));
  await bench.store.outbox.dropPosts(channel.id, ['referral-1']);
  const post = {
    kind: 'post',
    referralId: 'referral-1',
    conversationId: channel.id,
    activityId: '',
    position: 1,
  } as const;
  await bench.store.outbox.oweAsked([{ ...post, dueAt: bench.clock.now() }]);
  bench.run();
  await bench.pass(2_000);
  expect(bench.teams.cards(channel.id)).toHaveLength(1);
});
