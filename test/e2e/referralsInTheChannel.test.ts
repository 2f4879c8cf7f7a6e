import { playgroundConfig } from '../../scripts/demo/playgroundConfig';
import { eventually } from '../support/eventually';
import { startPlaygroundDesk, type PlaygroundDesk } from '../support/playgroundDesk';

// A real browser on the real Teams playground, the built bot, and a sandbox Partner Center; the person is Megan Bowen.
const megan = playgroundConfig.currentUser;

let desk: PlaygroundDesk;
beforeAll(async () => {
  desk = await startPlaygroundDesk();
}, 60_000);
afterAll(() => desk.stop());

/** A new referral from a customer of that name. */
function arrive(name: string): { id: string; eTag: string } {
  const [referral] = desk.sandbox.world.referrals.arrive({ customerProfile: { name } });
  if (!referral) throw new Error('Nothing arrived');
  return { id: referral.id, eTag: desk.sandbox.world.referrals.eTagOf(referral.id) };
}

const patches = (id: string) =>
  desk.sandbox.world.requests().filter(({ method, path }) => method === 'PATCH' && path.includes(id));
const inPartnerCenter = (id: string) => desk.sandbox.world.referrals.find(id);
const lastChange = (id: string) => desk.sandbox.world.history(id).at(-1);

test('a new referral reaches the channel by itself', async () => {
  arrive('Fourth Coffee');
  const card = await desk.page.card('Fourth Coffee');
  await desk.page.screenshot('referral-new');
  expect(await card.getByRole('button').allInnerTexts()).toEqual(expect.arrayContaining(['Accept', 'Decline']));
  expect(await desk.page.cards('Fourth Coffee').count()).toBe(1);
});

test('Accept makes the referral Active under the name of the person who pressed', async () => {
  const { id, eTag } = arrive('Wingtip Toys');
  const card = await desk.page.card('Wingtip Toys');
  await desk.page.press(card, 'Accept');
  await desk.page.card(/Accepted by Megan Bowen[^]*Wingtip Toys/);
  await desk.page.screenshot('referral-accepted');
  expect(await card.getByRole('button', { name: 'Accept' }).count()).toBe(0);

  expect(inPartnerCenter(id)).toMatchObject({ status: 'Active', substatus: 'Accepted' });
  expect(lastChange(id)).toMatchObject({ how: 'api', by: megan.name });
  expect(patches(id)).toEqual([
    expect.objectContaining({
      who: megan.aadObjectId,
      headers: expect.objectContaining({ 'if-match': eTag }) as object,
      body: expect.arrayContaining([
        { op: 'replace', path: '/status', value: 'Active' },
        { op: 'replace', path: '/substatus', value: 'Accepted' },
      ]) as unknown,
    }),
  ]);
});

test('Decline asks for a reason and sends it with the note', async () => {
  const { id } = arrive('Lucerne Publishing');
  const card = await desk.page.card('Lucerne Publishing');
  await desk.page.press(card, 'Decline');
  await desk.page.choose(card, 'Why is it declined?', 'Timeline too short');
  await card.getByLabel('Note to the reason').fill('They need it by Monday');
  await desk.page.screenshot('referral-declining');
  await desk.page.press(card, 'Decline');
  await desk.page.card(/Declined by Megan Bowen[^]*Lucerne Publishing/);
  await desk.page.screenshot('referral-declined');

  expect(inPartnerCenter(id)).toMatchObject({ status: 'Closed', substatus: 'Declined' });
  expect(patches(id)).toHaveLength(1);
  expect(patches(id)[0]?.body).toContainEqual({
    op: 'add',
    path: '/statusReason',
    value: 'Timeline too short: They need it by Monday',
  });
});

test('a press after somebody else was faster shows how things stand and changes nothing', async () => {
  const { id } = arrive('Tailwind Traders');
  const card = await desk.page.card('Tailwind Traders');
  await holdLooks();
  desk.sandbox.world.referrals.changeInPortal(id, { status: 'Active', substatus: 'Accepted' }, 'Isaiah Langer');
  await desk.page.press(card, 'Accept');
  await desk.page.card(/Megan Bowen pressed Accept, but someone was faster[^]*Tailwind Traders/);
  await desk.page.screenshot('referral-someone-was-faster');
  expect(await card.getByRole('button', { name: 'Accept' }).count()).toBe(0);
  expect(patches(id)).toEqual([]);
  expect(lastChange(id)).toMatchObject({ by: 'Isaiah Langer' });
  desk.sandbox.world.faults.clear();
});

/** The bot must learn of the change from the press: its own looks at the list are answered late. */
async function holdLooks(): Promise<void> {
  const fault = desk.sandbox.world.faults.add({ path: '/engagements/referrals$', delayMs: 5_000 });
  await eventually('a look that waits', () =>
    desk.sandbox.world.requests().find((request) => request.fault === fault && !request.endedAt),
  );
}

test('"subscriptions for contoso" lets one of several be chosen and lists what it has', async () => {
  await desk.page.postToBot('subscriptions for contoso');
  const choice = await desk.page.card(/Contoso/);
  await desk.page.screenshot('subscriptions-choice');
  const names = await choice.getByRole('button').allInnerTexts();
  const name = names.find((title) => title.startsWith('Contoso'));
  expect(names.filter((title) => title.startsWith('Contoso')).length).toBeGreaterThan(1);
  await desk.page.press(choice, name ?? '');
  await desk.page.card(/Contoso[^]*subscriptions/i);
  await desk.page.screenshot('subscriptions');
});

const posts = () =>
  desk.sandbox.world
    .requests()
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => body as { type: string; engagementId?: string });

test('"create referral": the form is filled in, what leaves is read and confirmed, and the pair is there', async () => {
  const { page } = desk;
  await page.postToBot('create referral');
  const form = await page.card('New referral');
  await form.getByRole('radio', { name: 'Co-sell with Microsoft (Shared)' }).check();
  await form.getByLabel('Customer', { exact: false }).first().fill('Alpine Ski House');
  await form.getByLabel('Country').fill('Switzerland');
  await page.press(form, 'Contacts (co-sell needs one)');
  await form.getByLabel('Contact: first name', { exact: true }).fill('Nina');
  await form.getByLabel('Contact: last name', { exact: true }).fill('Keller');
  await form.getByLabel('Contact: e-mail', { exact: true }).fill('nina.keller@alpineskihouse.example');
  await page.screenshot('creating-form');
  await page.press(form, 'Check it');
  const wrong = await page.card(/has to be switched on for co-sell/);
  await page.screenshot('creating-form-wrong');
  await expect(wrong.getByLabel('Contact: e-mail', { exact: true }).inputValue()).resolves.toContain('nina.keller@');
  await wrong.getByText('This may be shared with Microsoft sellers').last().click();
  await page.press(wrong, 'Check it');
  const asks = await page.card('Create this referral and share it with Microsoft?');
  await asks.getByText('Sharing with Microsoft cannot be undone.').waitFor();
  await page.screenshot('creating-asks');
  expect(posts()).toEqual([]);
  await page.press(asks, 'Create and share with Microsoft');
  const created = await page.card('Megan Bowen created it and shared it with Microsoft.');
  await created.getByRole('button', { name: 'Details' }).waitFor();
  await page.screenshot('creating-created');
  expect(posts().map(({ type }) => type)).toEqual(['Shared', 'Shared']);
  expect(posts().map(({ engagementId }) => engagementId === undefined)).toEqual([true, false]);
});
