import { copyFileSync } from 'node:fs';
import { startDesk, type TestDesk, type TestDeskOptions } from '../support/desk';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

let desk: TestDesk;

afterEach(() => desk.close());

async function watching(options: TestDeskOptions = {}): Promise<void> {
  desk = await startDesk(options);
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  await pass(5);
}

async function pass(seconds: number): Promise<void> {
  for (let step = 0; step < seconds * 10; step++) {
    await desk.clock.advance(100);
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

const cardsWith = (words: string) =>
  desk.teams.cards(desk.channel.id).filter(({ card }) => JSON.stringify(card).includes(words));
const remindersOf = (id: string) => cardsWith(id).filter(({ replyTo }) => replyTo !== undefined);

/** Lets referrals arrive and expects each to have its card after an interval and three seconds. */
async function arrive(count: number): Promise<string[]> {
  const arrived = desk.sandbox.world.referrals.arrive({}, count);
  await pass(4);
  for (const { id } of arrived) expect(cardsWith(id)).toHaveLength(1);
  return arrived.map(({ id }) => id);
}

it('a clock that is set back by an hour and forth again holds up no card and doubles none', async () => {
  await watching();
  const before = await arrive(7);
  desk.clock.set(-hourMs);
  const between = await arrive(2);
  desk.clock.set(hourMs);
  const after = await arrive(2);
  await pass(60);
  for (const id of [...before, ...between, ...after]) expect(cardsWith(id)).toHaveLength(1);
});

it('what is owed at the moment when the clock is set back is sent all the same', async () => {
  await watching();
  const hanging = desk.teams.fault({ hold: 'beforeAccepting', times: 1, method: 'POST' });
  const arrived = desk.sandbox.world.referrals.arrive({}, 3);
  await pass(3);
  desk.clock.set(-hourMs);
  hanging.release();
  await pass(20);
  for (const { id } of arrived) expect(cardsWith(id)).toHaveLength(1);
});

it('a laptop that was asleep for a night catches up: every card once, one reminder', async () => {
  await watching();
  const expirationDateTime = new Date(desk.clock.now() + 14 * dayMs).toISOString();
  const [old] = desk.sandbox.world.referrals.arrive({ expirationDateTime });
  await pass(4);
  desk.clock.set(8 * dayMs);
  const asleep = desk.sandbox.world.referrals.arrive({}, 3);
  await pass(10);
  for (const { id } of asleep) expect(cardsWith(id)).toHaveLength(1);
  expect(remindersOf(old?.id ?? '')).toHaveLength(1);
});

it.each([
  ['ahead', 5 * minuteMs],
  ['behind', -5 * minuteMs],
])('a Partner Center whose clock is five minutes %s loses nothing', async (_, skewMs) => {
  await watching({ partnerCenterAheadMs: skewMs });
  const ids = await arrive(3);
  desk.sandbox.world.referrals.changeInPortal(ids[0] ?? '', { status: 'Active', substatus: 'Accepted' });
  await pass(3);
  expect(cardsWith('Accepted in Partner Center')).toHaveLength(1);
  await arrive(2);
});

it('what a process held that was killed before the clock was set back is sent within seconds of the next start', async () => {
  await watching();
  const sending = desk.teams.fault({ method: 'POST', hold: 'beforeAccepting', cut: 'beforeAccepting' });
  const arrived = desk.sandbox.world.referrals.arrive({}, 3);
  await pass(3);
  await sending.held;
  const left = desk.databaseUrl.replace('sqlite:', '');
  for (const end of ['', '-wal']) copyFileSync(left + end, `${left}.killed${end}`);
  const stopped = desk.app.stop();
  sending.remove();
  await stopped;
  desk.clock.set(-hourMs);
  await desk.start({ DATABASE_URL: `sqlite:${left}.killed` });
  await pass(6);
  for (const { id } of arrived) expect(cardsWith(id)).toHaveLength(1);
});
