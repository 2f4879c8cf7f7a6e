import { type CardAging, createCardAging } from '../../src/watch/cardAging';
import { DeliveryBench } from '../delivery/support/deliveryBench';
import { aReferral } from '../delivery/support/referrals';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
let bench: DeliveryBench;

beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

function aging(): CardAging {
  const { store, clock, log, dispatcher } = bench;
  return createCardAging({ store, clock, log, responseDays: 14, onWork: () => dispatcher.wake() });
}
const edits = (conversationId: string) => bench.teams.cards(conversationId).map((card) => card.edits);

/** Posts so many referrals that were created just now. */
async function posted(count: number): Promise<string> {
  const { id } = await bench.channel('Deals');
  const createdDateTime = new Date(bench.clock.now()).toISOString();
  bench.run();
  await bench.takeIn(...Array.from({ length: count }, (_, n) => aReferral(n, { createdDateTime })));
  await bench.until(() => bench.teams.cards(id).length === count);
  return id;
}

test('over its whole life a card is edited once a day, then once an hour, once when it gets urgent, and once at the end', async () => {
  const { store, clock } = bench;
  const channel = await posted(1);
  const cards = aging();
  const renewals: number[] = [];
  await bench.stop();
  for (let step = 0; step < 15 * 24 * 6; step++) {
    await clock.jump(10 * minuteMs);
    if ((await cards.round()) === 1) renewals.push(clock.now());
  }
  bench.run();
  await bench.until(() => edits(channel)[0] === 1);
  // 12 midnights, soon, urgent, and from two days on every hour: 47 to 1, less than one, over.
  expect(renewals).toHaveLength(12 + 1 + 1 + 49);
  expect((await store.ledger.find('referral-0'))?.version).toBe(1 + renewals.length);
});

test('a round renews some, the next ones the rest, each once', async () => {
  const channel = await posted(60);
  const cards = aging();
  await bench.clock.jump(dayMs);
  expect([await cards.round(), await cards.round(), await cards.round(), await cards.round()]).toEqual([25, 25, 10, 0]);
  await bench.until(() => edits(channel).every((count) => count === 1));
});

test('a card that somebody deleted is tried once for each thing that it should say', async () => {
  await posted(1);
  bench.teams.fault({ method: 'PUT', status: 404, code: 'ActivityNotFoundInConversation' });
  const cards = aging();
  await bench.clock.jump(dayMs);
  expect(await cards.round()).toBe(1);
  await bench.until(() => bench.teams.requests.some(({ method }) => method === 'PUT'));
  await bench.clock.jump(minuteMs);
  expect(await cards.round()).toBe(0);
});

test('a card that was drawn before a change of its words and arrived after it is renewed', async () => {
  const channel = await bench.channel('Deals');
  const soon = new Date(bench.clock.now() + 60 * minuteMs + 2_000).toISOString();
  const slow = bench.teams.fault({ hold: 'beforeAccepting', times: 1 });
  await bench.takeIn(aReferral(1, { expirationDateTime: soon }));
  bench.run();
  await slow.held;
  await bench.clock.jump(5_000);
  slow.release();
  await bench.until(() => bench.teams.cards(channel.id).length === 1);
  const cards = aging();
  expect([await cards.round(), await cards.round()]).toEqual([1, 0]);
});

test('the days left change at midnight where the card is read', async () => {
  const { clock } = bench;
  const { id } = await bench.channel('東京', { timeZone: 'Asia/Tokyo' });
  bench.run();
  await bench.takeIn(aReferral(1, { createdDateTime: new Date(clock.now()).toISOString() }));
  await bench.until(() => bench.teams.cards(id).length === 1);
  const cards = aging();
  const nextMidnight = (hours: number) => dayMs - ((clock.now() + hours * 60 * minuteMs) % dayMs);
  await clock.jump(nextMidnight(9) - minuteMs);
  expect(await cards.round()).toBe(0);
  await clock.jump(2 * minuteMs);
  expect(await cards.round()).toBe(1);
});
