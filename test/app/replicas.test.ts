import type { App } from '../../src/app';
import { copyPostgres, restorePostgres } from '../support/copyPostgres';
import { startDesk, type TestDesk } from '../support/desk';
import { type Postgres, startPostgres } from '../support/postgres';
import { startWebhookDesk } from '../support/webhook/startWebhookDesk';

let postgres: Postgres;
let desk: TestDesk;
let close: () => Promise<void>;
/** Those that Teams does not write to. */
let others: App[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
beforeEach(async () => {
  await postgres.empty();
  desk = await startDesk({ env: { DATABASE_URL: postgres.url } });
  close = () => desk.close();
});
afterEach(async () => {
  await Promise.all(others.map((app) => app.stop()));
  others = [];
  await close();
});
afterAll(() => postgres.stop());

const looks = () => desk.sandbox.world.requests().filter(({ path }) => path.includes('/engagements/referrals')).length;
const cardsOf = (id: string) =>
  desk.teams.cards(desk.channel.id).filter(({ card }) => JSON.stringify(card).includes(id));
const ready = (app: App) => fetch(`http://127.0.0.1:${app.port}/readyz`).then((answer) => answer.json());

/** What bots do on their database at this moment, and transactions that they have begun. */
const underWay = `select pid from pg_stat_activity where application_name = 'partner-desk' and state <> 'idle'`;

/** Moves the clock in small steps; HTTP and PostgreSQL answer in real time, so each step waits until nobody asks for a while. */
async function pass(seconds: number, done = () => false): Promise<void> {
  for (let step = 0; step < seconds * 10 && !done(); step++) {
    await desk.clock.advance(100);
    for (let quiet = 0; quiet < 3;) {
      for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
      quiet = (await postgres.query(underWay)).length ? 0 : quiet + 1;
    }
  }
}

it('two bots on one PostgreSQL look at Partner Center as often as one, post each card once, and are both ready', async () => {
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  const second = await desk.startAnother();
  others = [second];
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
  const second = await desk.startAnother();
  others = [second];
  await pass(3);
  await desk.app.stop();
  const [referral] = desk.sandbox.world.referrals.arrive();
  await pass(60, () => cardsOf(referral?.id ?? '').length > 0);
  expect(cardsOf(referral?.id ?? '')).toHaveLength(1);
  expect(await ready(second)).toMatchObject({ ready: true });
});

it('the one that looks, sends and reads an event is stopped: the others have all of it within ten seconds, and nothing twice', async () => {
  await desk.close();
  const hooks = await startWebhookDesk({ DATABASE_URL: postgres.url, POLL_INTERVAL_SECONDS: '1' });
  desk = hooks.desk;
  close = () => hooks.close();
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  const hung = desk.teams.fault({ method: 'POST', hold: 'beforeAccepting', times: 1 });
  const id = desk.sandbox.world.referrals.arrive()[0]?.id ?? '';
  const before = desk.teams.requests.length;
  await pass(10, () => desk.teams.requests.length > before);
  await hung.held;
  desk.sandbox.world.faults.add({ method: 'GET', path: `/referrals/${id}$`, times: 1, delayMs: 60_000 });
  await hooks.tell({ event: 'referral-updated', id });
  await pass(5, () => hooks.reads(id) === 1);
  others = [await hooks.startAnother(), await hooks.startAnother()];
  await pass(2);
  const leader = async () => (await postgres.query(`select holder from leases where name = 'leader'`))[0]?.holder;
  const [first, seen, began] = [await leader(), hooks.looks(), desk.clock.now()];
  let tookMs = 0;
  const stopped = desk.app.stop().then(() => (tookMs = desk.clock.now() - began));
  await pass(3, () => hooks.looks() > seen && hooks.reads(id) === 2);
  expect([hooks.looks() > seen, hooks.reads(id), (await leader()) === first]).toEqual([true, 2, false]);
  await pass(9, () => cardsOf(id).length > 0);
  await pass(1, () => tookMs > 0);
  await stopped;
  expect([cardsOf(id).length, tookMs <= 10_000]).toEqual([1, true]);
  expect(await Promise.all(others.map(ready))).toMatchObject([{ ready: true }, { ready: true }]);
  await desk.clock.jump(40_000);
  await pass(2);
  expect([cardsOf(id).length, hooks.reads(id)]).toEqual([1, 2]);
});

it('restored from a copy of a running one it loses no card, doubles only what was posted since, and adopts the older', async () => {
  const here = { by: desk.megan, in: desk.channel };
  const { referrals } = desk.sandbox.world;
  const counts = (of: { id: string }[]) => of.map(({ id }) => cardsOf(id).length);
  const undecided = (id = '') =>
    cardsOf(id).filter(({ card }) => JSON.stringify(card).includes('referral.decline')).length;
  await desk.teams.say(here, 'watch');
  const early = referrals.arrive({}, 2);
  await pass(60, () => counts(early).join() === '1,1');
  const down = desk.teams.fault({ method: 'POST', status: 503 });
  const owed = referrals.arrive({}, 2);
  await pass(2);
  const copy = await copyPostgres(postgres.url);
  down.remove();
  const since = referrals.arrive({}, 2);
  await pass(60, () => counts([...owed, ...since]).join() === '1,1,1,1');
  await desk.app.stop();
  await restorePostgres(postgres.url, copy);
  await desk.start();
  const later = referrals.arrive();
  await pass(60, () => counts([...owed, ...since, ...later]).join() === '2,2,2,2,1');
  expect([early, owed, since, later].map(counts)).toEqual([[1, 1], [2, 2], [2, 2], [1]]);
  const [[first], [doubled]] = [early, since];
  referrals.changeInPortal(first?.id ?? '', { status: 'Active', substatus: 'Accepted' });
  await desk.teams.press(here, cardsOf(doubled?.id ?? '')[0]?.activityId ?? '', 'referral.accept');
  await pass(60, () => undecided(first?.id) + undecided(doubled?.id) === 0);
  expect([undecided(first?.id), undecided(doubled?.id), await ready(desk.app)]).toMatchObject([0, 0, { ready: true }]);
});

// The last one: the server is gone afterwards.
it('says that it is the database when that is lost, to whoever types and presses', async () => {
  const here = { by: desk.megan, in: desk.channel };
  await desk.teams.say(here, 'help');
  await postgres.stop();
  await desk.teams.say(here, 'status');
  const pressed = await desk.teams.press(
    here,
    desk.teams.cards(desk.channel.id)[0]?.activityId ?? '',
    'watch.list',
    {},
    {},
  );
  const lost = /^The database of Partner Desk does not do its work.*Nothing is lost.*\(Reference PD-/;
  expect([desk.teams.posts.texts(desk.channel.id).at(-1), pressed.body?.value]).toEqual([
    expect.stringMatching(lost),
    expect.stringMatching(lost),
  ]);
});
