import { expiredRank } from '../../src/referrals/expired';
import type { Store } from '../../src/storage/store';
import { DeliveryBench } from './support/deliveryBench';
import { aReferral, changedReferral } from './support/referrals';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const expired = { status: 'Closed', substatus: 'Expired' };

/** The same database, in which something happens while a referral is read for a reminder the first time. */
function meanwhile(store: Store, happens: () => Promise<void>): Store {
  let reads = 0;
  return {
    ...store,
    ledger: {
      ...store.ledger,
      async find(id) {
        const found = await store.ledger.find(id);
        // The first is the dispatcher's own.
        if (++reads === 2) await happens();
        return found;
      },
    },
  };
}

/** A referral with its card, of which a reminder of that rank is owed; gives how to owe another one. */
async function reminded(rank: number) {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.until(() => bench.teams.cards(channel.id).length === 1);
  await bench.stop();
  const owe = async (due: number) => {
    const { store, clock } = bench;
    const key = { referralId: 'referral-1', conversationId: channel.id };
    const row = { ...key, postedAt: 0, rank: due, lookAt: null, snoozedUntil: null };
    await store.warnings.save(row);
    await store.outbox.owe([{ ...key, kind: 'warn', activityId: '', position: 0, dueAt: clock.now() }]);
  };
  await owe(rank);
  const replies = () => bench.teams.cards(channel.id).filter(({ replyTo }) => replyTo !== undefined).length;
  return { owe, replies };
}

test('a stage that falls due while the one before it is being sent is told with it, once', async () => {
  const { owe, replies } = await reminded(1);
  bench.dispatcher = bench.dispatcherOn(meanwhile(bench.store, () => owe(2)));
  bench.run();
  await bench.pass(60_000);
  expect(replies()).toBe(1);
  await owe(3);
  await bench.pass(60_000);
  expect(replies()).toBe(2);
});

test('the end that comes while a reminder is being sent is told after it was read again, once', async () => {
  const { owe, replies } = await reminded(1);
  bench.dispatcher = bench.dispatcherOn(
    meanwhile(bench.store, async () => {
      await bench.takeInElsewhere(changedReferral(1, 5, expired));
      await owe(expiredRank);
    }),
  );
  bench.run();
  await bench.pass(60_000);
  expect(replies()).toBe(1);
});
