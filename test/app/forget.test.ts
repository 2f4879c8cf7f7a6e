import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { startDesk, type TestDesk } from '../support/desk';
import type { Place, TeamsUser } from '../support/fakeTeams';
import { shownTexts } from './support/shownTexts';

let desk: TestDesk;
let store: Store;
let chat: Place;

beforeEach(async () => {
  desk = await startDesk({ env: { ADMIN_IDS: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021' } });
  store = await openStore({ databaseUrl: desk.databaseUrl, log: createLog('silent'), clock: desk.clock });
  chat = desk.teams.places.addPersonalChat(desk.megan);
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
});
afterEach(async () => {
  await store.close();
  await desk.close();
});

const shown = (activityId: string) =>
  JSON.stringify(desk.teams.cards(desk.channel.id).find((card) => card.activityId === activityId)?.card);
async function arrived(name: string) {
  const facts = { customerProfile: { name, team: [{ firstName: 'Jo', email: 'jo@customer.example' }] } };
  const [referral] = desk.sandbox.world.referrals.arrive(facts);
  const id = referral?.id ?? 'none';
  const card = await desk.until('its card', () =>
    desk.teams.cards(desk.channel.id).find((posted) => JSON.stringify(posted.card).includes(id)),
  );
  return { id, activityId: card.activityId };
}
const press = (activityId: string, verb: string, inputs = {}) =>
  desk.teams.press({ by: desk.megan, in: desk.channel }, activityId, verb, inputs);
async function say(text: string, by: TeamsUser = desk.megan, place = chat) {
  await desk.clock.advance(2_500);
  const before = desk.teams.cards(place.id).length;
  await desk.teams.say({ by, in: place }, text);
  const cards = desk.teams.cards(place.id);
  return cards.length > before
    ? shownTexts(cards.at(-1)?.card).join('\n')
    : String(desk.teams.posts.texts(place.id).at(-1));
}
/** Everything that names the customer, in whatever table. */
async function named(name: string) {
  const found = [
    await store.ledger.some(1_000),
    await store.drafts.idle(),
    await store.fileOffers.all(),
    await store.audit.page(0, 1_000),
  ];
  return found.map((rows) => JSON.stringify(rows).toLowerCase().includes(name));
}

it('erases closed referrals, forms and offered files of a customer after asking, empties the cards, and keeps the others', async () => {
  const [declined, running, other] = [await arrived('Fabrikam'), await arrived('Fabrikam'), await arrived('Contoso')];
  await press(declined.activityId, 'referral.decline', { reason: 'budget', declineNote: 'Jo said no' });
  await press(other.activityId, 'referral.decline', { reason: 'budget' });
  await press(running.activityId, 'referral.accept');
  await say('create referral');
  const form = desk.teams.cards(chat.id).at(-1)?.activityId ?? '';
  const typed = { customerName: 'Fabrikam', country: 'US', contactEmail: 'jo@customer.example' };
  await desk.teams.press({ by: desk.megan, in: chat }, form, 'referral.create', typed);
  await say('referrals for fabrikam as csv');

  expect(await named('fabrikam')).toEqual([true, true, true, false]);
  const asked = await say('forget fabrikam.');
  expect(asked).toMatch(
    /^Erase what is kept of fabrikam\?\nPartner Desk keeps 1 closed referral, 1 form that was filled in, 1 offered file\..*\nOne referral is open or runs/,
  );
  expect(shown(declined.activityId)).toContain('Fabrikam');
  const card = desk.teams.cards(chat.id).at(-1)?.activityId ?? '';
  const answer = await desk.teams.press({ by: desk.megan, in: chat }, card, 'customer.forget');
  expect(JSON.stringify(answer.body)).toContain('Erased');
  expect(JSON.stringify(answer.body)).not.toMatch(/fabrikam/i);

  await desk.until('the card is emptied', () => !shown(declined.activityId).includes('Fabrikam'));
  expect(shown(declined.activityId)).toContain('was erased from Partner Desk');
  expect(shown(declined.activityId)).not.toMatch(/Jo|Megan/);
  expect(shown(running.activityId)).toContain('Fabrikam');
  expect(shown(other.activityId)).toContain('Contoso');
  await desk.clock.advance(10_000);
  expect(JSON.stringify(await store.ledger.find(declined.id))).not.toMatch(/Fabrikam|customer\.example/);
  // What runs stays.
  expect(await named('fabrikam')).toEqual([true, false, false, false]);
  expect((await store.audit.page(0, 1_000)).at(-1)).toMatchObject({
    action: 'customer.forget',
    actorName: 'Megan Bowen',
    after: { referrals: 1, drafts: 1 },
    outcome: 'done',
  });
});

it('names what is near where nothing is kept under that name, and is for administrators', async () => {
  await arrived('Fabrikam');
  expect(await say('forget fabrikan')).toMatch(/^Nothing is kept of a customer named fabrikan;.*\*\*Fabrikam\*\*/);
  expect(await say('forget')).toMatch(/^Which customer\?/);
  const alexChat = desk.teams.places.addPersonalChat(desk.alex);
  expect(await say('forget Fabrikam', desk.alex, alexChat)).toMatch(/Only an administrator/);
  await say('forget Fabrikam');
  expect(JSON.stringify(desk.teams.cards(chat.id).at(-1)?.card)).not.toContain('customer.forget');
});
