import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import { startDesk } from '../support/desk';
import type { Place, TeamsUser } from '../support/fakeTeams';
import { startWebhookDesk, type WebhookDesk } from '../support/webhook/startWebhookDesk';
import { shownTexts } from './support/shownTexts';

const contoso = '3b1b0a7e-4a5f-4c8e-9f0a-0c1d2e3f4a5b';
const fabrikam = '3b1b0a7e-4a5f-4c8e-9f0a-0c1d2e3f4a5c';
const premium = '5dcdd5dd-3f21-4f31-9d5e-0d4a5b8c9e10';
const e5 = '5dcdd5dd-3f21-4f31-9d5e-0d4a5b8c9e11';

let hooks: WebhookDesk;
const world = () => hooks.desk.sandbox.world;
const until = (what: string, look: () => unknown) => hooks.desk.until(what, () => Boolean(look()));

function addCustomer(id: string, companyName: string, subscriptionId: string): void {
  const address = { country: 'SE' };
  const companyProfile = { tenantId: id, domain: 'x.example', companyName, address, email: '' };
  const customer = {
    id,
    commerceId: id,
    companyProfile,
    relationshipToPartner: 'reseller',
    allowDelegatedAccess: true,
  };
  world().customers.add({ ...customer, customDomains: [], associatedPartnerId: null, billingProfile: {} }, [
    {
      id: subscriptionId,
      friendlyName: `${companyName} Premium`,
      quantity: 10,
      status: 'active',
      unitType: 'Licenses',
    },
  ]);
}
const change = (id: string, changes: object) => world().customers.changeSubscription(id, { ...changes });
/** Sends the event with a signature, as the sandbox does where it is registered. */
const tell = (event: string, resource: string, at?: string) =>
  hooks.tell({ event, uri: `http://api.partnercenter.microsoft.com/${resource}`, ...(at ? { at } : {}) });
const tellSubscription = (customerId: string, id: string, at?: string) =>
  tell('subscription-updated', `webhooks/v1/customers/${customerId}/subscriptions/${id}`, at);
const tellInvoice = (id: string) => tell('invoice-ready', `v1/invoices/${id}`);
const cards = (text: string, place: Place = hooks.desk.channel) =>
  hooks.desk.teams
    .cards(place.id)
    .map((card) => ({ ...card, texts: shownTexts(card.card) }))
    .filter(({ texts }) => texts.join('\n').includes(text));
async function say(text: string, by: TeamsUser = hooks.desk.megan, place: Place = hooks.desk.channel) {
  const before = hooks.desk.teams.cards(place.id).length;
  await hooks.desk.teams.say({ by, in: place }, text);
  const after = hooks.desk.teams.cards(place.id);
  return after.length > before
    ? shownTexts(after.at(-1)?.card).join('\n')
    : String(hooks.desk.teams.posts.texts(place.id).at(-1));
}
/** Whatever was told so far is processed, and sent where it is to be sent. */
async function settled(): Promise<void> {
  const end = hooks.desk.clock.now() + 6_000;
  await until('six seconds later', () => hooks.desk.clock.now() >= end);
}
const asked = (path: string) =>
  world()
    .requests()
    .filter((request) => request.path === path && request.who === 'service').length;

describe('where webhooks are on', () => {
  beforeEach(async () => {
    hooks = await startWebhookDesk({ POLL_INTERVAL_SECONDS: '86400' });
    addCustomer(contoso, 'Contoso', premium);
    addCustomer(fabrikam, 'Fabrikam', e5);
    await until('the first look', () => hooks.looks() >= 2);
  });
  afterEach(() => hooks.close());

  it('a changed subscription comes as one card with the truth, however often and in whatever order it is told, and a later change as the next', async () => {
    expect(await say('watch subscriptions for contoso')).toMatch(
      /^\*\*Watching: Changed subscriptions · customer “contoso”\.\*\* .* Everybody here sees these cards, .*type \*\*watches\*\*\.$/,
    );
    const now = hooks.desk.clock.now();
    const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
    change(premium, { quantity: 12 });
    for (const seconds of [2, 1, 2]) {
      const { status, ms } = await tellSubscription(contoso, premium, at(seconds));
      expect(status).toBe(200);
      expect(ms).toBeLessThan(1_000);
    }
    change(e5, { quantity: 12 });
    await tellSubscription(fabrikam, e5);
    await until('its card', () => cards('12 seats').length > 0);
    await settled();
    expect(cards('Contoso Premium')).toMatchObject([{ edits: 0 }]);
    expect(cards('Fabrikam')).toEqual([]);
    // A purchase changes it several times.
    for (const changes of [{ quantity: 40 }, { autoRenewEnabled: false }]) {
      change(premium, changes);
      await tellSubscription(contoso, premium);
      await settled();
    }
    expect(cards('Contoso Premium')).toHaveLength(1);
    expect(cards('**12 seats → 40 seats**')[0]?.texts).toContain('**none → Off**');
    // Told late, of what was told already.
    await tellSubscription(contoso, premium, at(-3_600));
    await hooks.desk.clock.jump(601_000);
    change(premium, { status: 'suspended' });
    await tellSubscription(contoso, premium);
    await until('the next card', () => cards('**Active → Suspended**').length > 0);
    await settled();
    expect(cards('Contoso Premium').map(({ edits }) => edits)).toEqual([2, 0]);
    expect(cards('**Active → Suspended**')[0]?.texts).toContain('40 seats');
    await say('unwatch subscriptions');
    change(premium, { status: 'active' });
    await tellSubscription(contoso, premium);
    await settled();
    expect(cards('Contoso Premium')).toHaveLength(2);
  });

  it('an invoice that is ready comes once, its buttons work, and one that somebody deleted comes anew when it changes', async () => {
    await say('watch invoices');
    expect(await say('watch invoices')).toMatch(/^\*\*Watched here already/);
    const [invoice] = world().invoices.issue({ totalCharges: 1250.5 });
    const id = invoice?.id ?? '';
    await tellInvoice(id);
    await tellInvoice(id);
    await until('its card', () => cards(`Invoice ${id}`).length > 0);
    await settled();
    expect(cards(`Invoice ${id}`)).toHaveLength(1);
    const [card] = cards(`Invoice ${id}`);
    expect(card?.texts).toEqual(expect.arrayContaining(['An invoice is ready', '$1,250.50']));
    const press = { by: hooks.desk.megan, in: hooks.desk.channel };
    const answer = await hooks.desk.teams.press(press, card?.activityId ?? '', 'invoice.show');
    expect(JSON.stringify(answer)).toContain('All fields');
    hooks.desk.teams.fault({ method: 'PUT', path: /activities/, status: 404, times: 1 });
    const stored = world().invoices.find(id);
    if (stored) world().invoices.add({ ...stored, paidAmount: -1250.5 });
    await tellInvoice(id);
    await until('the new card', () => cards(`Invoice ${id}`).length > 1);
    expect(cards(`Invoice ${id}`).at(-1)?.texts).toContain('Paid');
  });

  it('nothing is read of what nobody asked for, a paused watch asks for nothing, and watches shows what runs', async () => {
    await say('watch');
    await tellSubscription(contoso, premium);
    await tellInvoice('G1');
    await settled();
    expect(asked(`/v1/customers/${contoso}/subscriptions/${premium}`) + asked('/v1/invoices/G1')).toBe(0);
    await say('unwatch');
    await say('watch subscriptions');
    expect(await say('watches')).toMatch(/^Watch\nChanged subscriptions\n/);
    const { channel, megan, teams } = hooks.desk;
    const watch = teams.cards(channel.id).at(-1);
    const pauseUntil = '2026-11-25';
    await teams.press({ by: megan, in: channel }, watch?.activityId ?? '', 'watch.pause', { pauseUntil });
    await tellSubscription(contoso, premium);
    await settled();
    expect(cards('Contoso Premium')).toEqual([]);
  });

  it('what the account may not read is said by status and comes when it may', async () => {
    await say('watch invoices');
    const [invoice] = world().invoices.issue();
    const id = invoice?.id ?? '';
    world().users.put({ aadObjectId: 'service', name: 'service', email: '', roles: ['referralsAdmin'] });
    await tellInvoice(id);
    await until('it is refused', () => asked(`/v1/invoices/${id}`) > 0);
    await hooks.desk.clock.jump(2 * 86_400_000);
    await settled();
    expect(await say('status')).toMatch(/does not let the account read an invoice that is ready/);
    world().users.put({
      aadObjectId: 'service',
      name: 'service',
      email: '',
      roles: ['referralsAdmin', 'cspAdminAgent'],
    });
    await hooks.desk.clock.jump(2 * 3_600_000);
    await until('its card', () => cards(`Invoice ${id}`).length > 0);
    expect(await say('status')).not.toMatch(/an invoice that is ready/);
  });

  it('where Partner Center asks for patience with invoices, no referral waits for it', async () => {
    await say('watch');
    await say('watch invoices');
    const [invoice] = world().invoices.issue();
    const id = invoice?.id ?? '';
    world().faults.add({ path: `/v1/invoices/${id}$`, status: 429, retryAfterSeconds: 90, times: 1 });
    await tellInvoice(id);
    await until('it is refused', () => asked(`/v1/invoices/${id}`) > 0);
    const refusedAt = hooks.desk.clock.now();
    const [referral] = world().referrals.arrive({ customerProfile: { name: 'Northwind' } });
    await hooks.tell({ id: referral?.id ?? '' });
    await until('its card', () => cards('Northwind').length > 0);
    expect(hooks.desk.clock.now() - refusedAt).toBeLessThan(60_000);
    expect(cards(`Invoice ${id}`)).toEqual([]);
    await hooks.desk.clock.jump(90_000);
    await until('the invoice', () => cards(`Invoice ${id}`).length > 0);
  });

  it('in a personal chat only what its person may read is shown, and whoever may not read such things cannot watch them', async () => {
    const { megan, diego, teams, channel } = hooks.desk;
    expect(await say('watch subscriptions', diego)).toMatch(/may not|role|not allowed/i);
    const chat = teams.places.addPersonalChat(megan);
    expect(await say('watch subscriptions', megan, chat)).toContain(
      'what your own role in Partner Center lets you read',
    );
    world().users.put({ aadObjectId: megan.aadObjectId, name: 'Megan', email: '', roles: ['referralsAdmin'] });
    change(premium, { quantity: 11 });
    await tellSubscription(contoso, premium);
    await until('it is read', () => asked(`/v1/customers/${contoso}`) > 0);
    await settled();
    expect([cards('Contoso', chat), cards('Contoso', channel)]).toEqual([[], []]);
  });

  it('forget erases what a conversation was told of a customer, and so does time', async () => {
    // The form's button, with what was typed into the form.
    const form = { by: hooks.desk.megan, in: hooks.desk.channel };
    const began = await hooks.desk.teams.press(
      form,
      '1',
      'watch.news',
      { customer: 'Conto' },
      { news: 'subscriptions' },
    );
    expect(JSON.stringify(began)).toContain('Changed subscriptions · customer “Conto”');
    const refused = await hooks.desk.teams.press(form, '1', 'watch.news', { customer: 'Conto' }, { news: 'invoices' });
    expect(JSON.stringify(refused)).toContain('to your own company');
    await tellSubscription(contoso, premium);
    await until('its card', () => cards('Contoso Premium').length > 0);
    await settled();
    const chat = hooks.desk.teams.places.addPersonalChat(hooks.desk.megan);
    expect(await say('forget contoso', hooks.desk.megan, chat)).toContain('1 change of a subscription that was told');
    const asks = hooks.desk.teams.cards(chat.id).at(-1);
    await hooks.desk.teams.press({ by: hooks.desk.megan, in: chat }, asks?.activityId ?? '', 'customer.forget');
    const { databaseUrl, clock } = hooks.desk;
    const store = await openStore({ databaseUrl, clock, log: createLog('silent') });
    expect(await store.news.all()).toEqual([]);
    change(premium, { quantity: 11 });
    await tellSubscription(contoso, premium);
    await until('its card', () => cards('11 seats').length > 0);
    await settled();
    expect(await store.news.all()).toHaveLength(1);
    await hooks.desk.clock.jump(401 * 86_400_000);
    await settled();
    expect(await store.news.all()).toEqual([]);
    await store.close();
    expect(JSON.stringify(hooks.desk.logged)).not.toContain('Contoso');
  });
});

it('where webhooks are off the answer says that such news comes only with them and what to do, and nothing is watched', async () => {
  await using stack = new AsyncDisposableStack();
  const desk = stack.adopt(await startDesk({ env: { POLL_INTERVAL_SECONDS: '86400' } }), (started) => started.close());
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch invoices');
  expect(desk.teams.posts.texts(desk.channel.id).at(-1)).toMatch(
    /only by webhooks, and these are off, so nothing is being watched\. An administrator sets WEBHOOKS=on/,
  );
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watches');
  expect(JSON.stringify(desk.teams.cards(desk.channel.id).at(-1)?.card)).toContain('Nothing is being watched here');
});
