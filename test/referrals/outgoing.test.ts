import { DeliveryBench } from '../delivery/support/deliveryBench';
import { aReferral, changedReferral } from '../delivery/support/referrals';
import type { Referral } from '../../src/partnerCenter/referral';
import type { WatchConditions } from '../../src/referrals/watchConditions';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const us = { organizationId: 'us', organizationName: 'Contoso' };
const shared = { type: 'Shared', direction: 'Outgoing', engagementId: 'deal' };
const accepted = { status: 'Active', substatus: 'Accepted' };
const msft = { organizationId: 'msft', organizationName: 'Microsoft', ...shared };
const own = (n: number, facts: Partial<Referral> = {}) => aReferral(n, { ...us, ...shared, ...accepted, ...facts });
/** From these on outgoing ones are new. */
const outgoingSince = (moment: string) => bench.store.cursors.set('referrals.outgoingSince', moment);

/** A channel that watches with these conditions. */
async function watching(name: string, conditions: WatchConditions) {
  const place = await bench.channel(name);
  const [watch] = await bench.store.watches.allIn(place.id);
  await bench.store.watches.change(watch?.id ?? '', { conditions: JSON.stringify(conditions) });
  return place;
}

/** Everything that is owed: what, of which referral, where. */
async function owed(): Promise<string[]> {
  const rows: string[] = [];
  for (;;) {
    const row = await bench.store.outbox.claim('test', bench.clock.now(), 60_000);
    if (!row) return rows.toSorted();
    await bench.store.outbox.complete(row, bench.clock.now());
    const conversation = await bench.store.conversations.find(row.conversationId);
    rows.push(`${row.kind} ${row.referralId} ${conversation?.name ?? ''}`);
  }
}

async function threeChannels() {
  await watching('In', {});
  await watching('Out', { direction: 'Outgoing' });
  await watching('Both', { direction: 'Both', kinds: ['coSell'] });
}

test('a deal of ours is posted once where outgoing ones are watched, and the copies that others hold of deals nowhere', async () => {
  await outgoingSince('2026-11-21T09:00:00Z');
  await threeChannels();
  await bench.takeIn(aReferral(2, msft), own(1));
  expect(await owed()).toEqual(['post referral-1 Both', 'post referral-1 Out']);
  const invited = { type: 'Shared', engagementId: 'invited' };
  await bench.takeIn(aReferral(3, { ...us, ...invited }));
  await bench.takeIn(aReferral(4, { ...shared, ...invited, ...accepted, organizationId: 'them' }));
  expect(await owed()).toEqual(['post referral-3 Both', 'post referral-3 In']);
  // However Microsoft's copy is directed.
  await bench.takeIn(aReferral(5, { ...msft, direction: 'Incoming' }));
  expect(await owed()).toEqual([]);
});

test.each([
  ['before ours', [aReferral(2, msft), own(1)]],
  ['after ours', [own(1), aReferral(2, msft)]],
])('what Microsoft answers is told on the card of our deal, also where its copy is seen %s', async (_, copies) => {
  await outgoingSince('2026-11-21T09:00:00Z');
  const { id: conversationId } = await watching('Out', { direction: 'Outgoing' });
  for (const copy of copies) await bench.takeIn(copy);
  const entry = await bench.store.ledger.find('referral-1');
  expect(entry?.connected).toMatchObject({ id: 'referral-2', organizationId: 'msft', status: 'New' });
  expect(entry?.connected).not.toHaveProperty('customerProfile');
  expect(await owed()).toEqual(['post referral-1 Out']);
  const card = { conversationId, activityId: 'card', referralId: 'referral-1', postedAt: 1, sentAt: 1 };
  await bench.store.cards.save({ ...card, shownVersion: entry?.version ?? 0 });
  await bench.takeIn(changedReferral(2, 60, { ...msft, ...accepted }));
  expect(await owed()).toEqual(['update referral-1 Out']);
  expect((await bench.store.ledger.find('referral-1'))?.connected).toMatchObject(accepted);
  // A note in Microsoft's copy changes nothing that the card says.
  await bench.takeIn(changedReferral(2, 90, { ...msft, ...accepted }));
  expect(await owed()).toEqual([]);
});

test.each([
  ['before outgoing ones were ever looked at', undefined],
  ['since', '2026-11-21T09:00:10Z'],
])('deals of ours from before are learnt and posted to nobody, also when they change (%s)', async (_, moment) => {
  if (moment) await outgoingSince(moment);
  await threeChannels();
  await bench.takeIn(own(1), aReferral(2, msft), own(3, { engagementId: null }));
  await bench.takeIn(changedReferral(1, 60, { ...us, ...shared, ...accepted, name: 'Renamed' }));
  await bench.takeIn(changedReferral(2, 61, { ...msft, ...accepted }));
  expect(await owed()).toEqual([]);
  expect(await bench.store.ledger.find('referral-1')).toMatchObject({ connected: accepted });
});

test('a deal of ours that begins to fit while it waits for Microsoft is posted, a pipeline deal only at first', async () => {
  await outgoingSince('2026-11-21T09:00:00Z');
  await watching('Big', { direction: 'Outgoing', min: 50_000 });
  await bench.clock.advance(1_000);
  const pipeline = { type: 'Independent', direction: 'Outgoing', ...accepted };
  await bench.takeIn(own(1), aReferral(2, msft), aReferral(3, pipeline));
  expect(await owed()).toEqual([]);
  const worth = { details: { dealValue: 60_000, currency: 'USD' } };
  await bench.takeIn(changedReferral(3, 60, { ...pipeline, ...worth }));
  await bench.takeIn(changedReferral(1, 61, { ...us, ...shared, ...accepted, ...worth }));
  expect(await owed()).toEqual(['post referral-1 Big']);
});

test('what somebody makes here is not announced in their own chat, and where it was made only if its card did not arrive', async () => {
  await outgoingSince('2026-11-21T09:00:00Z');
  await threeChannels();
  const made = (await bench.store.conversations.find((await watching('Made', { direction: 'Both' })).id))?.id ?? '';
  const draft = { id: 'draft', makerId: 'megan', makerName: 'Megan Bowen', typed: {}, createdAt: 1, expiresAt: 2 };
  await bench.store.drafts.add(draft);
  await bench.store.drafts.claim('draft', 'us', 0, 1e15);
  await bench.store.drafts.advance('draft', 'us', { step: 'sendingOwn', conversationId: made }, 1, 1e15);
  await bench.takeIn(own(1, { externalReferenceId: 'draft' }));
  expect(await owed()).toEqual(['post referral-1 Both', 'post referral-1 Out']);
  await bench.clock.advance(121_000);
  expect(await owed()).toEqual(['post referral-1 Made']);
});
