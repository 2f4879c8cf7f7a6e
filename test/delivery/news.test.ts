import { type Sandbox, startSandbox } from '../../sandbox/startSandbox';
import { sandboxTokens } from '../../src/identity/sandboxTokens';
import { newId } from '../../src/lib/ids';
import { createPartnerCenter } from '../../src/partnerCenter/createPartnerCenter';
import { rescheduleWaiting } from '../../src/referrals/rescheduleWaiting';
import { takeInNews } from '../../src/referrals/takeInNews';
import type { NewsTruth } from '../../src/storage/news';
import type { Store } from '../../src/storage/store';
import type { PartnerCenterEvent } from '../../src/watch/webhook/eventSink';
import { createEventProcessor } from '../../src/watch/webhook/eventProcessor';
import { keepEvents } from '../../src/watch/webhook/keepEvents';
import { readNews } from '../../src/watch/webhook/readNews';
import type { Place } from '../support/fakeTeams';
import { DeliveryBench } from './support/deliveryBench';
import { MortalProcess } from './support/stepwise';

let bench: DeliveryBench;
let channel: Place;
beforeEach(async () => {
  bench = await DeliveryBench.start();
  channel = await bench.channel('Invoices', { watched: false });
  await watch('{"news":"invoices"}');
});
afterEach(() => bench.close());

async function watch(conditions: string): Promise<void> {
  const owner = { ownerId: 'megan', ownerName: 'Megan Bowen' };
  const at = { conversationId: channel.id, startedAt: bench.clock.now() };
  await bench.store.watches.start({ id: newId(), ...owner, ...at, conditions });
}
const minutes = (count: number) => count * 60_000;
const paid = (paidAmount: number, id = 'G1'): NewsTruth => ({ topic: 'invoice', invoice: { id, paidAmount } });
const seats = (quantity: number): NewsTruth => ({
  topic: 'subscription',
  customerId: 'c',
  customerName: 'Contoso',
  subscription: { id: 's', quantity },
});
async function read(truth: NewsTruth, subject = 'G1'): Promise<void> {
  await bench.store.transaction((tx) => takeInNews(tx, subject, truth, bench.clock.now()));
  bench.dispatcher.wake();
}
const cards = (subject = 'G1') => bench.teams.cards(channel.id).filter(({ card }) => card.subject === subject);

test('what was read before the quiet hours and could not be sent comes at their end', async () => {
  await bench.store.quietHours.set({ conversationId: channel.id, from: '09:30', until: '11:00', setBy: 'Megan' });
  await read(paid(0));
  await bench.clock.jump(minutes(45));
  bench.run();
  await bench.clock.jump(minutes(74));
  await bench.pass(2_000);
  expect(cards()).toEqual([]);
  await bench.clock.jump(minutes(1));
  await bench.pass(2_000);
  expect(cards()).toHaveLength(1);
});

test('what waits in quiet hours comes when they are cleared', async () => {
  const quiet = { conversationId: channel.id, from: '08:30', until: '11:00', setBy: 'Megan' };
  await bench.store.quietHours.set(quiet);
  bench.run();
  await read(paid(0));
  await bench.pass(minutes(1));
  expect(cards()).toEqual([]);
  await bench.store.quietHours.set({ ...quiet, until: '11:30' });
  await bench.store.transaction((tx) => rescheduleWaiting(tx, channel.id, bench.clock.now()));
  await bench.clock.jump(minutes(125));
  await bench.pass(2_000);
  expect(cards()).toEqual([]);
  await bench.store.quietHours.clear(channel.id);
  await bench.store.transaction((tx) => rescheduleWaiting(tx, channel.id, bench.clock.now()));
  await bench.pass(2_000);
  expect(cards()).toHaveLength(1);
});

test('what changed while nobody watched is told by a card of its own, not on one of long ago', async () => {
  const subscriptions = '{"news":"subscriptions"}';
  await watch(subscriptions);
  bench.run();
  await read(seats(10), 'c/s');
  await bench.pass(2_000);
  await bench.stop();
  await read(seats(20), 'c/s');
  await bench.store.watches.end(channel.id, 'unwatch', bench.clock.now());
  await bench.clock.jump(minutes(60));
  await watch(subscriptions);
  bench.run();
  await read(seats(20), 'c/s');
  await bench.pass(2_000);
  expect(cards('c/s')).toMatchObject([{ edits: 0 }, { edits: 0 }]);
  await read(seats(30), 'c/s');
  await bench.pass(2_000);
  expect(cards('c/s')).toMatchObject([{ edits: 0 }, { edits: 1 }]);
});

test('what Teams refuses is given up, and comes when it is asked for again', async () => {
  const refused = bench.teams.fault({ method: 'POST', status: 400 });
  bench.run();
  await read(paid(0));
  await bench.pass(2_000);
  refused.remove();
  expect(await bench.store.outbox.givenUp(0, 5)).toMatchObject([{ conversationId: channel.id, rows: 1 }]);
  expect(await bench.store.outbox.revive(bench.clock.now())).toBe(1);
  bench.dispatcher.wake();
  await bench.pass(2_000);
  expect(cards()).toHaveLength(1);
});

test('where only invoices are watched any more, a referral that was owed there is not posted', async () => {
  await watch('{}');
  await bench.takeIn({ id: 'r1', status: 'New', direction: 'Incoming', createdDateTime: '2026-11-21T09:00:00Z' });
  const [all] = (await bench.store.watches.allIn(channel.id)).filter(({ conditions }) => conditions === '{}');
  await bench.store.watches.end(channel.id, 'removed', bench.clock.now(), all?.id);
  bench.run();
  await bench.pass(2_000);
  expect(bench.teams.cards(channel.id)).toEqual([]);
});

describe('read from Partner Center', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ world: 'empty', now: () => bench.clock.now() });
  });
  afterEach(() => sandbox.close());

  const partsOn = (store: Store, fetchHttp: typeof fetch) => {
    const { clock, log } = bench;
    const common = { clock, log, newId, random: () => 0 };
    const partnerCenter = createPartnerCenter({ ...sandbox, ...common, fetch: fetchHttp });
    const poller = { lookAfresh: () => Promise.reject(new Error('No look is needed')) };
    const now = () => clock.now();
    return { ...common, store, partnerCenter, tokens: sandboxTokens('service'), poller, now, isFed: true };
  };

  /** A process takes what Partner Center tells of an invoice, and works until nothing is left or it dies. */
  async function live(process: MortalProcess, event: PartnerCenterEvent): Promise<void> {
    const { clock, log, http } = bench;
    const store = process.storeOn(bench.store);
    const fetchHttp = process.fetchOn(http.fetch);
    const dispatcher = bench.dispatcherOn(store, fetchHttp);
    const processor = createEventProcessor({ ...partsOn(store, fetchHttp), onWork: () => dispatcher.wake() });
    const door = keepEvents(store, clock, log, () => processor.wake());
    // Partner Center tells it again where it was not answered.
    await door.accept(event).catch(() => undefined);
    const stop = new AbortController();
    let hasEnded = false;
    const running = Promise.all([processor.run(stop.signal), dispatcher.run(stop.signal)]).finally(() => {
      hasEnded = true;
    });
    let isIdle = false;
    const look = async () => {
      const waits = (await bench.store.events.nextDueAt()) !== undefined;
      isIdle = !waits && (await bench.store.outbox.depth()).owed === 0;
    };
    await bench.until(() => process.isDead || (void look(), isIdle));
    stop.abort();
    await bench.until(() => hasEnded);
    await running;
  }

  test('wherever a process dies, an invoice has its card once and as it is, save where an answer of Teams was lost', async () => {
    const otherwise: [cards: number, ...last: string[]][] = [];
    let passed: readonly string[] = [];
    for (let n = 0, hasDied = true; hasDied; n++) {
      const [invoice] = sandbox.world.invoices.issue();
      if (!invoice) throw new Error('No invoice');
      const process = new MortalProcess(n);
      for (const paidAmount of [0, -5]) {
        sandbox.world.invoices.add({ ...invoice, paidAmount });
        const event = { key: newId(), type: 'invoice-ready', id: invoice.id, at: bench.clock.now() };
        await live(process, event);
        if (!process.isDead) continue;
        await bench.clock.jump(41_000);
        await live(new MortalProcess(Infinity), event);
      }
      hasDied = process.isDead;
      const found = cards(invoice.id);
      expect(found.at(-1)?.card.paid).toBe(-5);
      if (found.length !== 1) otherwise.push([found.length, ...process.passed.slice(-2)]);
      passed = process.passed;
    }
    expect(passed.filter((step) => step === 'commit')).toHaveLength(4);
    expect(otherwise).toEqual([
      [2, 'after claim', 'POST request'],
      [2, 'POST request', 'POST answer'],
    ]);
  });

  test('what a process read whose claim was lost meanwhile does not take the place of what is newer', async () => {
    const { store, clock, http } = bench;
    const [invoice] = sandbox.world.invoices.issue({ paidAmount: 0 });
    const id = invoice?.id ?? '';
    const received = { topic: 'invoice', subject: id, changedAt: 1, receivedAt: clock.now() } as const;
    await store.events.receive({ key: 'a', ...received });
    const slow = await store.events.claim('slow', clock.now(), clock.now() + 40_000);
    await clock.jump(41_000);
    const fast = await store.events.claim('fast', clock.now(), clock.now() + 40_000);
    const deps = partsOn(store, http.fetch);
    if (!slow || !fast || !invoice) throw new Error('Nothing was claimed');
    sandbox.world.invoices.add({ ...invoice, paidAmount: -5 });
    expect(await readNews('invoice', fast, deps, {})).toBe(1);
    // What was read before that reaches the database now.
    sandbox.world.invoices.add({ ...invoice, paidAmount: 0 });
    expect(await readNews('invoice', slow, deps, {})).toBe(0);
    expect((await store.news.find(id, channel.id))?.truth).toMatchObject({ invoice: { paidAmount: -5 } });
  });
});
