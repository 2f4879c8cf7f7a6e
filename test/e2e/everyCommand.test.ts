import { startPlaygroundDesk, type PlaygroundDesk } from '../support/playgroundDesk';

// A real browser on the real Teams playground, in the personal chat of Megan Bowen: what can be typed, one after the other.
let desk: PlaygroundDesk;
beforeAll(async () => {
  desk = await startPlaygroundDesk();
  await desk.page.openPersonalChat();
}, 60_000);
afterAll(() => desk.stop());

const arrive = (name: string) => desk.sandbox.world.referrals.arrive({ customerProfile: { name } });

test('help shows what can be typed', async () => {
  const card = await desk.page.ask('help', 'subscriptions for contoso');
  expect(await card.innerText()).toContain('unwatch');
});

test('customers come in pages, and a press on a line shows that customer', async () => {
  const card = await desk.page.ask('customers', /1–10 of/);
  await desk.page.press(card, 'Next');
  await desk.page.press(await desk.page.card(/11–20 of/), 'Previous');
  await desk.page.card(/1–10 of/);
  const found = await desk.page.ask('customers starting with contoso d', 'Contoso Deutschland GmbH');
  await found.getByText('Contoso Deutschland GmbH').click();
  expect(await (await desk.page.card(/Contoso Deutschland GmbH[^]*Address/)).innerText()).toContain('Billing');
});

test('a customer leads to its subscriptions, and the next questions go on from there', async () => {
  const customer = await desk.page.ask('customer Contoso Deutschland GmbH', /Delegated access/);
  await desk.page.press(customer, 'Subscriptions');
  await desk.page.card(/5 subscriptions/);
  await desk.page.ask('subscriptions for Contoso Deutschland GmbH', /5 subscriptions/);
  await desk.page.ask('only active', /of 5 subscriptions: active/);
  const orders = await desk.page.ask('and the orders?', /Contoso Deutschland GmbH[^]*orders/i);
  await desk.page.screenshot('follow-up');
  expect(await orders.innerText()).toMatch(/Order/);
});

test('a customer leads to its referrals', async () => {
  arrive('Contoso Deutschland GmbH');
  const customer = await desk.page.ask('customer Contoso Deutschland GmbH', /Delegated access/);
  await desk.page.press(customer, 'Referrals');
  const referrals = await desk.page.card(/customer “Contoso Deutschland GmbH”/);
  expect(await referrals.innerText()).toContain('days');
});

test('invoices come in pages, an invoice has its lines, and a line has all its fields', async () => {
  const invoices = await desk.page.ask('invoices', /1–8 of/);
  await desk.page.press(invoices, 'Next');
  await desk.page.card(/9–16 of/);
  const invoice = await desk.page.ask('invoice G000123', /Invoice G000123[^]*Billing period/);
  await desk.page.screenshot('invoice');
  await desk.page.press(invoice, 'All One-time: billing lines');
  const lines = await desk.page.card(/One-time: billing lines[^]*Press a line/);
  await lines.getByText('quantity').first().click();
  const line = await desk.page.card(/Unit price/);
  await desk.page.press(line, 'All fields');
  expect(await line.getByText('Publisher name').count()).toBe(1);
});

test('referrals come in pages, and one of them with what can be done with it', async () => {
  const [arrived] = arrive('Margie’s Travel');
  const list = await desk.page.ask('new referrals', /1–8 of/);
  await desk.page.press(list, 'Next');
  await desk.page.card(/9–16 of/);
  const one = await desk.page.ask('referral margie’s travel', /Margie’s Travel[^]*Accept with/);
  await desk.page.press(one, 'Accept');
  await desk.page.card(/Accepted by Megan Bowen[^]*Margie’s Travel/);
  await desk.page.screenshot('referral-asked-for');
  expect(desk.sandbox.world.referrals.find(arrived?.id ?? '')).toMatchObject({ status: 'Active' });
});

test('watching begins and ends', async () => {
  await desk.page.say('watch');
  await desk.page.shows(/Watching|watching/);
  arrive('School of Fine Art');
  await desk.page.card('School of Fine Art');
  await desk.page.say('unwatch');
  expect(await desk.page.shows('no longer posted here')).toBe(true);
});

test('signing in says as whom, and signing out what it forgot', async () => {
  await desk.page.say('sign in');
  await desk.page.shows(/signed in/i);
  await desk.page.say('sign out');
  expect(await desk.page.shows(/not signed in|signed out/i)).toBe(true);
});

test('what is unclear is answered with what may be meant', async () => {
  expect(await (await desk.page.ask('contoso something', 'One of these?')).getByRole('button').count()).toBeGreaterThan(
    1,
  );
});

test('a customer that was found from the compose box is put into a message, and its buttons work', async () => {
  const card = await desk.page.insertFound('searchCustomers', 'contoso', 'Contoso Ltd.');
  await desk.page.screenshot('customer-inserted');
  await desk.page.press(card, 'Address and contacts');
  const whole = await desk.page.card(/Contoso Ltd\.[^]*Billing/);
  expect(await whole.innerText()).toContain('Delegated access');
});
