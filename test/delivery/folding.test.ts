import { recordReferral } from '../../src/referrals/recordReferral';
import type { Owed } from '../../src/storage/owed';
import type { Place } from '../support/fakeTeams';
import { DeliveryBench } from './support/deliveryBench';
import { mortal, type Mortal } from './support/mortal';
import { aReferral, changedReferral } from './support/referrals';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

type Row = [referralId: string, status: string, hasCard: boolean];

const depth = () => bench.store.outbox.depth();
const id = (n: number): string => `referral-${n}`;
const many = (count: number, from = 1) => Array.from({ length: count }, (_, at) => aReferral(from + at));
const cards = ({ id: place }: Place) => bench.teams.cards(place);
const lists = (place: Place) => cards(place).filter(({ card }) => 'rows' in card);
const rowsOf = (place: Place, list = 0) => (lists(place)[list]?.card['rows'] ?? []) as Row[];
const singles = (place: Place) => cards(place).flatMap(({ card }) => (card['referralId'] as string | undefined) ?? []);
const row = (place: Place, n: number) => rowsOf(place).find(([referralId]) => referralId === id(n));
const isOver = async () => (await depth()).owed === 0;
const settled = () => bench.pass(5_000);

/** A channel that watches and asked for bursts to be folded. */
async function foldingChannel(name: string): Promise<Place> {
  const place = await bench.channel(name);
  await bench.store.folding.set({ conversationId: place.id, setBy: 'Megan' });
  return place;
}

const aPost = (place: Place, n: number): Owed => ({
  kind: 'post',
  referralId: id(n),
  conversationId: place.id,
  activityId: '',
  position: n,
  dueAt: bench.clock.now(),
});

/** What a press on a line of a list card owes. */
async function show(place: Place, n: number): Promise<number> {
  const owed = await bench.store.outbox.oweUnfolded([aPost(place, n)]);
  bench.dispatcher.wake();
  return owed;
}

test('21 that wait are one list card where that was asked for, 20 are cards, and so are all elsewhere', async () => {
  const [folds, plain] = [await foldingChannel('Deals'), await bench.channel('Leads')];
  await bench.takeIn(...many(21));
  bench.run();
  await bench.until(() => singles(plain).length === 21);
  await settled();
  expect(cards(folds)).toHaveLength(1);
  expect(rowsOf(folds)).toEqual(many(21).map(({ id: referralId }) => [referralId, 'New', false]));
  expect(await depth()).toMatchObject({ owed: 0, buried: 0 });
  await bench.takeIn(...many(20, 22));
  await settled();
  expect(singles(folds)).toEqual(many(20, 22).map(({ id: referralId }) => referralId));
  // Nothing of the burst is owed again by whatever asks for what has no card.
  expect(await bench.store.outbox.oweAsked([aPost(folds, 3)])).toBe(0);
});

test('500 that wait are five list cards, and each of them is on one', async () => {
  const place = await foldingChannel('Deals');
  await bench.takeIn(...many(500));
  bench.run();
  await bench.until(() => lists(place).length === 5);
  await settled();
  expect(cards(place)).toHaveLength(5);
  const shown = [0, 1, 2, 3, 4].flatMap((list) => rowsOf(place, list).map(([referralId]) => referralId));
  expect(shown.toSorted()).toEqual(
    many(500)
      .map(({ id: referralId }) => referralId)
      .toSorted(),
  );
  expect(bench.teams.throttledCount).toBe(0);
});

test('a list card follows its referrals with one edit for many changes, also for those made while it was being sent', async () => {
  const place = await foldingChannel('Deals');
  await bench.takeIn(...many(30));
  const posting = bench.teams.fault({ method: 'POST', hold: 'afterAccepting', times: 1 });
  bench.run();
  await posting.held;
  await recordReferral(bench.store, changedReferral(4, 50, { status: 'Active' }), { now: bench.clock.now() });
  posting.release();
  await bench.until(() => lists(place)[0]?.edits === 1);
  expect(row(place, 4)).toEqual([id(4), 'Active', false]);
  await bench.stop();
  for (const n of [1, 2, 3]) await bench.takeIn(changedReferral(n, 60, { status: 'Closed', substatus: 'Declined' }));
  bench.run();
  await settled();
  expect(lists(place)).toMatchObject([{ edits: 2 }]);
  expect([1, 2, 3, 5].map((n) => row(place, n)?.[1])).toEqual(['Closed', 'Closed', 'Closed', 'New']);
  expect(singles(place)).toEqual([]);
});

test('a referral on it comes as a card of its own once, however often it is asked for, also after unwatch; the list says so', async () => {
  const place = await foldingChannel('Deals');
  await bench.takeIn(...many(22));
  bench.run();
  await bench.until(() => lists(place).length === 1);
  expect([await show(place, 7), await show(place, 7)]).toEqual([1, 0]);
  await bench.until(() => row(place, 7)?.[2]);
  expect([singles(place), await show(place, 7), lists(place)[0]?.edits]).toEqual([[id(7)], 0, 1]);
  // As many as make a burst, asked for, are not folded again.
  await bench.stop();
  await bench.store.watches.end(place.id, 'unwatched', bench.clock.now());
  for (const { id: referralId } of many(22)) await show(place, Number(referralId.split('-')[1]));
  bench.run();
  await bench.until(() => singles(place).length === 22);
  await settled();
  expect([lists(place).length, rowsOf(place).every(([, , hasCard]) => hasCard)]).toEqual([1, true]);
});

test('reminders come in the thread of the list card until a referral has a card of its own', async () => {
  const place = await foldingChannel('Deals');
  await bench.takeIn(...many(21));
  bench.run();
  await bench.until(() => lists(place).length === 1);
  await show(place, 2);
  await bench.until(() => singles(place).length === 1);
  const warn = (n: number): Owed => ({ ...aPost(place, n), kind: 'warn' });
  for (const n of [1, 2]) {
    const begun = await bench.store.warnings.find(id(n), place.id);
    expect(begun).toMatchObject({ rank: null, postedAt: lists(place)[0]?.postedAt });
    await bench.store.outbox.owe([warn(n)]);
  }
  await settled();
  const replies = cards(place).filter(({ summary }) => summary?.startsWith('Reminder'));
  const own = cards(place).find(({ card }) => card['referralId'] === id(2));
  expect(replies.map(({ summary, replyTo }) => [summary, replyTo])).toEqual([
    [`Reminder of ${id(1)}`, lists(place)[0]?.activityId],
    [`Reminder of ${id(2)}`, own?.activityId],
  ]);
});

test('a burst that fails is tried again as one, is given up as what it was for, and comes as one when it is revived', async () => {
  const place = await foldingChannel('Deals');
  await bench.takeIn(...many(25));
  bench.teams.fault({ times: 1, status: 429, retryAfterSeconds: 20 });
  bench.teams.fault({ times: 2, status: 503 });
  const refusing = bench.teams.fault({ status: 413 });
  bench.run();
  await bench.pass(60_000);
  expect(bench.teams.requests).toHaveLength(4);
  expect(await depth()).toMatchObject({ owed: 0, buried: 25 });
  refusing.remove();
  expect(await bench.store.outbox.revive(bench.clock.now())).toBe(25);
  await settled();
  expect([cards(place).length, rowsOf(place).length, await depth()]).toMatchObject([1, 25, { owed: 0, buried: 0 }]);
});

test('a burst that could not be sent before quiet hours began comes as one when they are over', async () => {
  const place = await foldingChannel('Deals');
  const hours = { from: '09:01', until: '10:00' };
  await bench.store.quietHours.set({ conversationId: place.id, ...hours, setBy: 'Megan' });
  const outage = bench.teams.fault({ status: 503 });
  await bench.takeIn(...many(21));
  bench.run();
  await bench.pass(120_000);
  outage.remove();
  await bench.clock.jump(Date.parse('2026-11-21T10:00:00Z') - bench.clock.now() - 2_000);
  await bench.pass(1_000);
  expect(cards(place)).toEqual([]);
  await settled();
  expect([cards(place).length, rowsOf(place).length]).toEqual([1, 21]);
});

test('a process that stops hands back the whole burst, to be sent as one at once by the next', async () => {
  const place = await foldingChannel('Deals');
  await bench.takeIn(...many(21));
  const dead = bench.teams.fault({ hold: 'beforeAccepting', times: 1 });
  bench.run();
  await dead.held;
  const before = bench.clock.now();
  await bench.stop({ held: 1 });
  await bench.restart();
  await bench.http.settled();
  expect([lists(place).length, singles(place), bench.clock.now() - before]).toEqual([1, [], 8_000]);
  expect((await depth()).owed).toBe(0);
});

test('what may not be shown there is left out before anything is sent, and comes when it may be', async () => {
  const place = await foldingChannel('Deals');
  await bench.takeIn(...many(25));
  const hidden = new Set([id(3), id(9)]);
  bench.mayShow = ({ referralId }) => Promise.resolve(!hidden.has(referralId));
  bench.run();
  await settled();
  expect([cards(place).length, rowsOf(place).length, row(place, 3)]).toEqual([1, 23, undefined]);
  hidden.delete(id(3));
  await bench.takeIn(changedReferral(3, 50, { qualification: 'Direct' }));
  await settled();
  expect(singles(place)).toEqual([id(3)]);
  hidden.add(id(5));
  await bench.takeIn(changedReferral(6, 60, { status: 'Active' }));
  await settled();
  expect([row(place, 5), row(place, 6)?.[1]]).toEqual([undefined, 'Active']);
});

/** Kills a process before its n-th step and lets the next one go on; gives what it had done, undefined when it was done with all. */
async function killBefore(n: number): Promise<Mortal | undefined> {
  const process = mortal(bench.store, bench.http.fetch, n);
  bench.dispatcher = bench.dispatcherOn(process.store, process.fetch);
  bench.run();
  while (!process.isDead() && !(await isOver())) await bench.pass(10);
  const died = process.isDead();
  await bench.stop();
  bench.dispatcher = bench.dispatcherOn(bench.store);
  // Its claim runs out.
  await bench.clock.jump(30_000);
  bench.run();
  while (!(await isOver())) await bench.pass(100);
  await bench.stop();
  return died ? process : undefined;
}

describe('killed before any of its steps', () => {
  test('the next process posts the burst once, save where the answer of Teams was lost', async () => {
    await bench.takeIn(...many(21));
    const seen = { elsewhere: 0, answered: 0 };
    for (let n = 0; ; n++) {
      const place = await foldingChannel(`Deals ${n}`);
      await bench.store.outbox.owe(many(21).map((_, at) => aPost(place, at + 1)));
      const killed = await killBefore(n);
      const { passed = [] } = killed ?? {};

      const wasPosting = passed.lastIndexOf('request') > passed.lastIndexOf('commit');
      const wasAnswered = wasPosting && passed.includes('answer');
      seen.elsewhere += Number(!wasPosting);
      seen.answered += Number(wasAnswered);
      const sent = lists(place).length;
      expect({ n, passed, sent, singles: singles(place) }).toMatchObject({ singles: [] });
      expect(wasAnswered ? sent === 2 : wasPosting ? sent <= 2 : sent === 1).toBe(true);
      expect(lists(place).every((_, list) => rowsOf(place, list).length === 21)).toBe(true);
      for (const referralId of [id(1), id(21)]) {
        const shown = (await bench.store.folded.ofReferral(referralId)).filter(
          (one) => one.conversationId === place.id,
        );
        expect(shown.map(({ activityId }) => activityId)).toEqual([lists(place).at(-1)?.activityId]);
        expect(await bench.store.warnings.find(referralId, place.id)).toBeDefined();
      }
      if (!killed) break;
    }
    expect(seen.elsewhere).toBeGreaterThan(8);
    expect(seen.answered).toBeGreaterThan(0);
  });

  test('the list card shows in the end what has changed', async () => {
    const place = await foldingChannel('Deals');
    await bench.takeIn(...many(21));
    await killBefore(Infinity);
    for (let n = 0; ; n++) {
      await bench.takeIn(changedReferral(1 + n, 100, { status: 'Active' }));
      const killed = await killBefore(n);
      expect([lists(place).length, row(place, 1 + n)?.[1]]).toEqual([1, 'Active']);
      if (!killed) break;
    }
  });
});
