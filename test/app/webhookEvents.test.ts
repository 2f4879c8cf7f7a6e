import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import { startWebhookDesk, type WebhookDesk } from '../support/webhook/startWebhookDesk';

let hooks: WebhookDesk;

beforeEach(async () => {
  hooks = await startWebhookDesk();
  await hooks.desk.until('the first look and what belongs to it', () => hooks.looks() >= 2);
  await hooks.desk.teams.say({ by: hooks.desk.megan, in: hooks.desk.channel }, 'watch');
});
afterEach(() => hooks.close());

const until = (what: string, look: () => unknown) => hooks.desk.until(what, () => Boolean(look()));
const referrals = () => hooks.desk.sandbox.world.referrals;
const cardsOf = (id: string) =>
  hooks.desk.teams.cards(hooks.desk.channel.id).filter(({ card }) => JSON.stringify(card).includes(id));
/** Simulated time, with room for the requests in between. */
async function passed(seconds: number): Promise<void> {
  const end = hooks.desk.clock.now() + seconds * 1_000;
  await until(`${seconds} s later`, () => hooks.desk.clock.now() >= end);
}
/** Whether all of them are read within a minute; looks every other second, as the list of requests is long. */
async function areRead(ids: readonly string[]): Promise<boolean> {
  for (let i = 0; i < 30; i++) {
    await passed(2);
    const asked = new Set(hooks.desk.sandbox.world.requests().map(({ path }) => path));
    if (ids.every((id) => asked.has(`/v1.0/engagements/referrals/${id}`))) return true;
  }
  return false;
}

function arrive(partial = {}): string {
  const [referral] = referrals().arrive(partial);
  if (!referral) throw new Error('No referral has arrived');
  return referral.id;
}

it('a referral that an event tells of is posted without a look, once, whatever looks and events come after it', async () => {
  const looks = hooks.looks();
  const id = arrive();
  const { status, ms } = await hooks.tell({ id });
  expect(status).toBe(200);
  expect(ms).toBeLessThan(1_000);
  await until('it is posted', () => cardsOf(id).length > 0);
  expect(hooks.looks()).toBe(looks);
  expect((await hooks.tell({ event: 'referral-updated', id })).status).toBe(200);
  await hooks.tell({ event: 'related-referral-updated', id: '00000000-0000-4000-8000-000000000001' });
  await until('a look', () => hooks.looks() > looks);
  await passed(5);
  expect(cardsOf(id)).toHaveLength(1);
});

it('a referral that a look has seen is not posted again by its event', async () => {
  const id = arrive();
  await hooks.tell({ event: 'related-referral-created', id: '00000000-0000-4000-8000-000000000001' });
  await until('it is posted', () => cardsOf(id).length > 0);
  await hooks.tell({ id });
  await until('it is read', () => hooks.reads(id) === 1);
  await passed(5);
  expect(cardsOf(id)).toHaveLength(1);
});

it('events that come doubled, reversed and replayed leave the card as Partner Center has it', async () => {
  const id = arrive();
  const at = (seconds: number) => new Date(hooks.desk.clock.now() + seconds * 1_000).toISOString();
  const told = [0, 1, 2].map((seconds) => ({ event: 'referral-updated', id, at: at(seconds) }));
  referrals().changeInPortal(id, { name: 'Second name' });
  referrals().changeInPortal(id, { name: 'Third name' });
  const answers = [];
  for (const event of [...told.toReversed(), ...told]) answers.push(await hooks.tell(event));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  await until('it is posted', () => cardsOf(id).length > 0);
  await passed(5);
  expect(cardsOf(id)).toHaveLength(1);
  expect(JSON.stringify(cardsOf(id))).toContain('Third name');
  referrals().changeInPortal(id, { status: 'Active', substatus: 'Accepted' });
  await hooks.tell({ event: 'referral-updated', id, at: at(3) });
  await until('the card says so', () => JSON.stringify(cardsOf(id)).includes('Accepted'));
});

it('an event that was kept by a process which died over it is read by the next', async () => {
  const id = arrive();
  await hooks.desk.app.stop();
  const { databaseUrl, clock } = hooks.desk;
  const store = await openStore({ databaseUrl, clock, log: createLog('silent') });
  const now = clock.now();
  const about = { topic: 'referral', subject: id } as const;
  await store.events.receive({ key: 'kept', ...about, changedAt: now, receivedAt: now });
  await store.events.claim('the one that died', now, now + 40_000);
  await store.close();
  await hooks.restart();
  hooks.desk.sandbox.world.faults.add({ path: '/engagements/referrals$', status: 503 });
  await until('it is posted', () => cardsOf(id).length > 0);
  expect(hooks.reads(id)).toBe(1);
});

it('when webhooks are switched off, what was kept is read to the end, and what still comes is refused and counted', async () => {
  const id = arrive();
  hooks.desk.sandbox.world.faults.add({ path: '/engagements/referrals', status: 503, times: 1 });
  await hooks.tell({ id });
  await until('it is asked for', () => hooks.reads(id) === 1);
  await hooks.desk.app.stop();
  await hooks.desk.start();
  hooks.desk.sandbox.world.faults.add({ path: '/engagements/referrals$', status: 503 });
  await until('it is posted', () => cardsOf(id).length > 0);
  expect((await hooks.tell({ id, event: 'referral-updated' })).status).toBe(404);
  const metrics = await (await fetch(`http://127.0.0.1:${hooks.desk.app.port}/metrics`)).text();
  expect(metrics).toContain('partner_desk_refused_total{door="webhook",reason="off"} 1');
  const { databaseUrl, clock } = hooks.desk;
  await clock.jump(6 * 86_400_000);
  const store = await openStore({ databaseUrl, clock, log: createLog('silent') });
  for (let i = 0; i < 600 && (await store.events.lastReceivedAt()) !== undefined; i++) await clock.advance(100);
  expect(await store.events.lastReceivedAt()).toBeUndefined();
  await store.close();
});

it('a read that fails is tried again, and what is not there is not asked for twice', async () => {
  const gone = '00000000-0000-4000-8000-00000000dead';
  await hooks.tell({ id: gone });
  await until('it is asked for', () => hooks.reads(gone) > 0);
  const id = arrive();
  hooks.desk.sandbox.world.faults.add({ path: `/${id}$`, status: 503, times: 7 });
  await hooks.tell({ id });
  await until('it is posted', () => cardsOf(id).length > 0);
  expect(hooks.reads(id)).toBe(8);
  expect(hooks.reads(gone)).toBe(1);
});

it('a given address is never called, whatever it says', async () => {
  const id = arrive();
  const calls = hooks.desk.sandbox.world.requests().length;
  await hooks.tell({ uri: `${hooks.desk.sandbox.origin}/v1/evil/${id}?x=/engagements` });
  await hooks.tell({ uri: `${hooks.desk.sandbox.origin}/v1/evil/${id}` });
  await until('it is posted', () => cardsOf(id).length > 0);
  const paths = hooks.desk.sandbox.world.requests().slice(calls);
  expect(paths.filter(({ path }) => path.includes('evil'))).toEqual([]);
});

it('an outgoing referral is not posted', async () => {
  const id = arrive({ direction: 'Outgoing' });
  await hooks.tell({ id });
  await until('it is read', () => hooks.reads(id) === 1);
  await passed(5);
  expect(cardsOf(id)).toEqual([]);
});

it('of a referral whose direction is not told, a look finds out', async () => {
  const id = arrive();
  const resource = { ...referrals().find(id), direction: undefined };
  hooks.desk.sandbox.world.faults.add({ path: `/${id}$`, status: 200, body: resource, times: 1 });
  await hooks.tell({ id });
  await until('it is posted', () => cardsOf(id).length > 0);
  expect(hooks.reads(id)).toBe(1);
});

it('a flood of 500 events is answered in time each, and one referral is not read for every one of them', async () => {
  const id = arrive();
  const others = referrals().arrive({ status: 'Active', substatus: 'Accepted' }, 250);
  const told = others.flatMap((other, i) => [
    { id: other.id },
    { event: 'referral-updated', id, at: new Date(hooks.desk.clock.now() + i).toISOString() },
  ]);
  const answers: { status: number; ms: number }[] = [];
  for (let i = 0; i < told.length; i += 5) {
    answers.push(...(await Promise.all(told.slice(i, i + 5).map((event) => hooks.tell(event)))));
  }
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  // The slowest of all says more about the machine that the tests run on.
  const middle = answers.map(({ ms }) => ms).toSorted((a, b) => a - b)[250];
  expect(middle).toBeLessThan(1_000);
  expect(await areRead(others.map((other) => other.id))).toBe(true);
  await until('it is posted', () => cardsOf(id).length > 0);
  expect(hooks.reads(id)).toBeLessThan(100);
});
