import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { startDesk, type TestDesk } from '../support/desk';

const day = 86_400_000;
let desk: TestDesk;
let store: Store;

beforeEach(async () => {
  desk = await startDesk({ env: { RETENTION_DAYS: '30', POLL_INTERVAL_SECONDS: '60' } });
  store = await openStore({ databaseUrl: desk.databaseUrl, log: createLog('silent'), clock: desk.clock });
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
});
afterEach(async () => {
  await store.close();
  await desk.close();
});

async function arrived(name: string) {
  const [referral] = desk.sandbox.world.referrals.arrive({ customerProfile: { name } });
  const id = referral?.id ?? 'none';
  const card = await desk.until('its card', () =>
    desk.teams.cards(desk.channel.id).find((shown) => JSON.stringify(shown.card).includes(id)),
  );
  return { id, activityId: card.activityId };
}
const press = (activityId: string, verb: string, inputs = {}) =>
  desk.teams.press({ by: desk.megan, in: desk.channel }, activityId, verb, inputs);
const kept = async (id: string) => JSON.stringify(await store.ledger.find(id));

/** Passes time, with everything that goes by the clock. */
async function pass(ms: number) {
  await desk.clock.jump(ms);
  for (let step = 0; step < 20; step++) {
    await desk.clock.advance(30_000);
    await store.ping();
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

it('a referral that was closed long ago is erased and not taken for a new one; a deal that runs stays', async () => {
  const [declined, accepted] = [await arrived('Fabrikam'), await arrived('Contoso')];
  await press(declined.activityId, 'referral.decline', { reason: 'budget' });
  await press(accepted.activityId, 'referral.accept');
  await pass(29 * day);
  expect(await kept(declined.id)).toContain('Fabrikam');
  const cards = desk.teams.cards(desk.channel.id).length;

  await pass(2 * day);
  expect(await kept(declined.id)).not.toMatch(/Fabrikam|Megan/);
  expect(await kept(declined.id)).toContain('"status":"Closed"');
  expect(await store.cards.ofReferral(declined.id)).toEqual([]);
  expect(await kept(accepted.id)).toContain('Contoso');
  expect(await store.cards.ofReferral(accepted.id)).toHaveLength(1);

  await pass(2 * day);
  expect(await kept(declined.id)).not.toContain('Fabrikam');
  expect(desk.teams.cards(desk.channel.id)).toHaveLength(cards);
});
