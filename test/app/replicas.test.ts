import type { App } from '../../src/app';
import { startDesk, type TestDesk } from '../support/desk';
import { type Postgres, startPostgres } from '../support/postgres';

let postgres: Postgres;
let desk: TestDesk;
let second: App | undefined;

beforeAll(async () => {
  postgres = await startPostgres();
});
beforeEach(async () => {
  await postgres.empty();
  desk = await startDesk({ env: { DATABASE_URL: postgres.url } });
});
afterEach(async () => {
  await second?.stop();
  second = undefined;
  await desk.close();
});
afterAll(() => postgres.stop());

const looks = () => desk.sandbox.world.requests().filter(({ path }) => path.includes('/engagements/referrals')).length;
const cardsOf = (id: string) =>
  desk.teams.cards(desk.channel.id).filter(({ card }) => JSON.stringify(card).includes(id));
const ready = (app: App) => fetch(`http://127.0.0.1:${app.port}/readyz`).then((answer) => answer.json());

/** Moves the clock in small steps; PostgreSQL answers in real time, so each step waits for an answer of it. */
async function pass(seconds: number, done = () => false): Promise<void> {
  for (let step = 0; step < seconds * 10 && !done(); step++) {
    await desk.clock.advance(100);
    await postgres.query('select 1');
  }
}

it('two bots on one PostgreSQL look at Partner Center as often as one, post each card once, and are both ready', async () => {
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  second = await desk.startAnother();
  await pass(5);
  const before = looks();
  await pass(10);
  expect(looks() - before).toBeLessThanOrEqual(11);
  const arrived = desk.sandbox.world.referrals.arrive({}, 8);
  await pass(60, () => arrived.every(({ id }) => cardsOf(id).length > 0));
  await pass(5);
  expect(arrived.map(({ id }) => cardsOf(id).length)).toEqual(arrived.map(() => 1));
  expect([await ready(desk.app), await ready(second)]).toMatchObject([{ ready: true }, { ready: true }]);
});

it('when the one that looks has stopped, the other goes on', async () => {
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  second = await desk.startAnother();
  await pass(3);
  await desk.app.stop();
  const [referral] = desk.sandbox.world.referrals.arrive();
  await pass(60, () => cardsOf(referral?.id ?? '').length > 0);
  expect(cardsOf(referral?.id ?? '')).toHaveLength(1);
  expect(await ready(second)).toMatchObject({ ready: true });
  desk.app = second;
  second = undefined;
});
