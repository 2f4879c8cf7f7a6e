import type { Store } from '../../src/storage/store';
import { DeliveryBench } from './support/deliveryBench';
import { aReferral } from './support/referrals';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const shown = (conversationId: string) => bench.teams.cards(conversationId).map(({ card }) => card.referralId);
const depth = () => bench.store.outbox.depth();

/** The same database, whose next so many transactions fail before they begin. */
function failing(store: Store, times: number): Store {
  let left = times;
  return {
    ...store,
    transaction: (work) => {
      if (left === 0) return store.transaction(work);
      left -= 1;
      return Promise.reject(new Error('The database went away'));
    },
  };
}

test('a card whose saving fails at first is saved a moment later and not posted again', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  bench.dispatcher = bench.dispatcherOn(failing(bench.store, 2));
  bench.run();
  await bench.pass(120_000);
  expect(shown(channel.id)).toEqual(['referral-1']);
  expect((await depth()).owed).toBe(0);
});

test('a card that cannot be saved at all is posted again once its claim has run out', async () => {
  const channel = await bench.channel('Deals');
  await bench.takeIn(aReferral(1), aReferral(2));
  bench.dispatcher = bench.dispatcherOn(failing(bench.store, 3));
  const before = bench.clock.now();
  bench.run();
  await bench.until(() => shown(channel.id).length === 3);
  expect(shown(channel.id)).toEqual(['referral-1', 'referral-1', 'referral-2']);
  expect(bench.clock.now() - before).toBe(30_000);
});

test('goes on when the outbox could not be read for a while', async () => {
  const channel = await bench.channel('Deals');
  const { store } = bench;
  let broken = true;
  const claim: Store['outbox']['claim'] = (...args) =>
    broken ? Promise.reject(new Error('The database went away')) : store.outbox.claim(...args);
  bench.dispatcher = bench.dispatcherOn({ ...store, outbox: { ...store.outbox, claim } });
  await bench.takeIn(aReferral(1));
  bench.run();
  await bench.pass(10_000);
  broken = false;
  await bench.pass(1_000);
  expect(shown(channel.id)).toEqual(['referral-1']);
});
