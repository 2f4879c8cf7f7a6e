import { DeliveryBench } from '../delivery/support/deliveryBench';
import { aReferral, changedReferral } from '../delivery/support/referrals';
import { takeIn } from '../../src/referrals/intake';
import { recordReferral } from '../../src/referrals/recordReferral';
import type { OutboxRow } from '../../src/storage/owed';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

/** Everything that is owed, in the order in which it would be sent. */
async function owed(): Promise<OutboxRow[]> {
  const rows: OutboxRow[] = [];
  for (;;) {
    const row = await bench.store.outbox.claim('test', bench.clock.now(), 60_000);
    if (!row) return rows;
    await bench.store.outbox.complete(row, bench.clock.now());
    rows.push(row);
  }
}

const card = (conversationId: string, referralId: string, shownVersion: number) => ({
  conversationId,
  activityId: '17',
  referralId,
  postedAt: 1,
  sentAt: 1,
  shownVersion,
});

test('owes a post of every new incoming referral to every watch, the oldest first', async () => {
  const [deals, leads] = [await bench.channel('Deals'), await bench.channel('Leads')];
  await bench.channel('Silent', { watched: false });
  await bench.takeIn(aReferral(2), aReferral(1));
  const rows = await owed();
  expect(rows.map((row) => row.referralId)).toEqual(['referral-1', 'referral-1', 'referral-2', 'referral-2']);
  for (const { id } of [deals, leads]) {
    const posts = rows.filter((row) => row.kind === 'post' && row.conversationId === id);
    expect(posts.map((row) => row.referralId)).toEqual(['referral-1', 'referral-2']);
  }
  expect(rows[0]?.position).toBe(Date.parse('2026-11-21T09:00:01Z'));
});

test.each([
  { what: 'outgoing', facts: { direction: 'Outgoing' } },
  { what: 'already answered', facts: { status: 'Active' } },
  { what: 'of no known direction', facts: { direction: null } },
])('a referral that is $what is recorded, but posted to nobody', async ({ facts }) => {
  await bench.channel('Deals');
  await bench.takeIn(aReferral(1, facts));
  expect(await bench.store.ledger.find('referral-1')).toMatchObject({ version: 1 });
  expect(await owed()).toEqual([]);
});

test('what is unchanged writes nothing, also when the list leaves the eTag out', async () => {
  await bench.takeIn(aReferral(1));
  const before = await bench.store.ledger.find('referral-1');
  await bench.clock.advance(60_000);
  await bench.takeIn(aReferral(1), aReferral(1, { eTag: undefined }));
  expect(await bench.store.ledger.find('referral-1')).toEqual(before);
});

test.each([
  { what: 'updatedDateTime', facts: { updatedDateTime: '2026-11-21T09:00:01.0001235Z' } },
  { what: 'eTag', facts: { eTag: '"other"' } },
  { what: 'status', facts: { status: 'Active' } },
])('a change of $what is a new version, ends the notice and owes every card an update', async ({ facts }) => {
  const [deals, leads] = [await bench.channel('Deals'), await bench.channel('Leads')];
  await bench.takeIn(aReferral(1));
  await owed();
  const now = bench.clock.now();
  await recordReferral(bench.store, aReferral(1), { now, notice: 'It did not work' });
  for (const { id } of [deals, leads]) await bench.store.cards.save(card(id, 'referral-1', 2));
  await bench.takeIn(aReferral(1, facts));
  expect(await bench.store.ledger.find('referral-1')).toMatchObject({ version: 3, notice: null, referral: facts });
  expect((await owed()).map((row) => [row.kind, row.conversationId, row.activityId])).toEqual([
    ['update', deals.id, '17'],
    ['update', leads.id, '17'],
  ]);
});

test('an answer that was overtaken does not overwrite what came later, down to the seventh digit', async () => {
  const later = aReferral(1, { status: 'Active', eTag: '"2"', updatedDateTime: '2026-11-21T09:00:01.0001234Z' });
  const earlier = aReferral(1, { updatedDateTime: '2026-11-21T09:00:01.0001233Z' });
  await bench.takeIn(later);
  await bench.takeIn(earlier);
  expect(await bench.store.ledger.find('referral-1')).toMatchObject({ version: 1, referral: { status: 'Active' } });
  const entry = await recordReferral(bench.store, earlier, { now: 0 });
  expect(entry).toMatchObject({ version: 1, referral: { status: 'Active' } });
});

test('before the first look has ended, a referral is new only to a watch that began before it was created', async () => {
  const at = bench.clock.now();
  await bench.channel('Deals');
  const first = await bench.store.transaction((tx) => takeIn(tx, [aReferral(-5), aReferral(5)], at));
  expect(first).toEqual({ unknown: 2, changed: 0, owed: 1 });
  expect((await owed()).map((row) => row.referralId)).toEqual(['referral-5']);
  expect(await bench.store.ledger.find('referral--5')).toMatchObject({ firstSeenAt: at - 5_000 });
});

test('after the first look the order of transactions decides what is new, not the clocks', async () => {
  await bench.channel('Deals');
  await bench.takeIn(aReferral(-500));
  expect((await owed()).map((row) => row.referralId)).toEqual(['referral--500']);
});

test('a decision is kept, with one version and one update, whoever sees the change first', async () => {
  const deals = await bench.channel('Deals');
  await bench.takeIn(aReferral(1));
  await owed();
  await bench.store.cards.save(card(deals.id, 'referral-1', 1));
  const accepted = changedReferral(1, 5, { status: 'Active' });
  const decision = { verb: 'accept', byId: 'm', byName: 'Megan Bowen', at: 5 } as const;
  await bench.takeIn(accepted);
  const entry = await recordReferral(bench.store, accepted, { now: bench.clock.now(), decision });
  expect(entry).toMatchObject({ version: 3, decision });
  expect(await owed()).toMatchObject([{ kind: 'update', activityId: '17' }]);
  await bench.takeIn(changedReferral(1, 9, { status: 'Closed', substatus: 'Won' }));
  expect(await bench.store.ledger.find('referral-1')).toMatchObject({ version: 4, decision });
});

test('a referral that a press reads before any look has seen it still reaches every watch', async () => {
  const deals = await bench.channel('Deals');
  await bench.takeIn();
  await recordReferral(bench.store, aReferral(1), { now: bench.clock.now() });
  await bench.takeIn(aReferral(1));
  expect((await owed()).map((row) => [row.kind, row.conversationId])).toEqual([['post', deals.id]]);
});

test('a card that was adopted without a known state is brought up to date', async () => {
  const deals = await bench.channel('Deals', { watched: false });
  await bench.takeIn(aReferral(1));
  await bench.store.cards.save(card(deals.id, 'referral-1', 0));
  await recordReferral(bench.store, aReferral(1), { now: bench.clock.now() });
  expect(await owed()).toMatchObject([{ kind: 'update' }]);
});

test('a notice comes, stays while nothing changes, and can be taken away', async () => {
  const now = bench.clock.now();
  const record = (notice?: string | null) => recordReferral(bench.store, aReferral(1), { now, notice });
  expect(await record('It did not work')).toMatchObject({ version: 2, notice: 'It did not work' });
  expect(await record('It did not work')).toMatchObject({ version: 2 });
  expect(await record()).toMatchObject({ version: 2, notice: 'It did not work' });
  expect(await record(null)).toMatchObject({ version: 3, notice: null });
});

const watch = (conversationId: string, conditions: string) =>
  bench.store.watches.start({
    id: conditions + conversationId,
    conversationId,
    ownerId: 'megan',
    ownerName: 'Megan Bowen',
    startedAt: bench.clock.now(),
    conditions,
  });
const worth = (dealValue: number) => ({ details: { dealValue, currency: 'USD' } });

describe('watches with conditions', () => {
  test('only what fits is posted, and what fits several of one conversation once', async () => {
    const deals = await bench.channel('Deals', { watched: false });
    await watch(deals.id, '{"min":50000}');
    await watch(deals.id, '{"currency":"USD"}');
    await bench.takeIn(aReferral(1, worth(60_000)), aReferral(2, { details: { dealValue: 1, currency: 'EUR' } }));
    expect((await owed()).map((row) => row.referralId)).toEqual(['referral-1']);
  });

  test('one that begins to fit while it is New is posted then, and once', async () => {
    const deals = await bench.channel('Deals', { watched: false });
    await watch(deals.id, '{"min":50000}');
    await bench.clock.advance(1_000);
    await bench.takeIn(aReferral(1, worth(10)), aReferral(2, worth(10)));
    expect(await owed()).toEqual([]);
    await bench.takeIn(changedReferral(1, 5, worth(60_000)));
    await bench.takeIn(changedReferral(2, 5, { ...worth(60_000), status: 'Active' }));
    await bench.takeIn(changedReferral(1, 9, worth(70_000)));
    expect((await owed()).map((row) => [row.kind, row.referralId])).toEqual([['post', 'referral-1']]);
  });

  test('one that was there before the watch began is not posted when it changes', async () => {
    const deals = await bench.channel('Deals', { watched: false });
    await bench.takeIn(aReferral(1, worth(10)));
    await bench.clock.advance(1_000);
    await watch(deals.id, '{"min":50000}');
    await bench.takeIn(changedReferral(1, 5, worth(60_000)));
    expect(await owed()).toEqual([]);
  });

  test('a paused watch posts nothing until its day, and another in the same place goes on', async () => {
    const deals = await bench.channel('Deals', { watched: false });
    await watch(deals.id, '{"min":50000}');
    await watch(deals.id, '{"max":20}');
    await bench.store.watches.change(`{"min":50000}${deals.id}`, { pausedUntil: bench.clock.now() + 60_000 });
    await bench.takeIn(aReferral(1, worth(60_000)), aReferral(2, worth(10)));
    expect((await owed()).map((row) => row.referralId)).toEqual(['referral-2']);
    await bench.clock.advance(60_000);
    await bench.takeIn(aReferral(3, worth(60_000)));
    expect((await owed()).map((row) => row.referralId)).toEqual(['referral-3']);
  });

  test('what somebody changes by a press is not announced in their own chat, and is elsewhere', async () => {
    const deals = await bench.channel('Deals', { watched: false });
    const { serviceUrl, tenantId, bot } = bench.teams;
    const place = { serviceUrl, tenantId, name: null, teamId: null, botId: bot.id, locale: null, timeZone: null };
    await bench.store.conversations.save({ ...place, id: 'chat', kind: 'personal', installedAt: 1 });
    for (const id of [deals.id, 'chat']) await watch(id, '{"teamMember":"megan@contoso.example"}');
    await bench.clock.advance(1_000);
    await bench.takeIn(aReferral(1), aReferral(2));
    const team = [{ email: 'megan@contoso.example' }];
    const now = bench.clock.now();
    await recordReferral(bench.store, changedReferral(1, 5, { team }), { now, by: 'megan' });
    await recordReferral(bench.store, changedReferral(2, 5, { team }), { now, by: 'alex' });
    const rows = await owed();
    const postedIn = (id: string) => rows.flatMap((row) => (row.conversationId === id ? [row.referralId] : []));
    expect(postedIn(deals.id)).toEqual(['referral-1', 'referral-2']);
    expect(postedIn('chat')).toEqual(['referral-2']);
  });
});
