import { startDesk, type TestDesk } from '../support/desk';
import { textsOf } from '../support/readCard';
import { conversation } from './support/conversation';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded', env: { POLL_INTERVAL_SECONDS: '86400' } });
});
afterAll(() => desk.close());

const namesOf = (card: object) =>
  textsOf(card)
    .slice(2, -1)
    .filter((_, at) => at % 2 === 0);
const callsOf = (path: RegExp) => desk.sandbox.world.requests().filter((request) => path.test(request.path)).length;

describe('customers', () => {
  it('come a page at a time, every one of them once, and back', async () => {
    const { ask, press } = conversation(desk);
    const seen: string[] = [];
    let card = await ask('customers');
    for (let page = 0; page < 40; page++) {
      seen.push(...namesOf(card));
      if (!JSON.stringify(card).includes('"Next"')) break;
      card = await press('list.page', { page: page + 1 });
    }
    const names = desk.sandbox.world.customers.all().map(({ companyProfile }) => companyProfile.companyName);
    expect(names.length).toBeGreaterThan(200);
    expect(seen).toHaveLength(names.length);
    expect(textsOf(card)[1]).toBe(`${names.length} customers`);
  });

  it('are read as far as they are looked at, and not again for the next page', async () => {
    const { ask, press } = conversation(desk);
    const before = callsOf(/\/customers(\?|$)/);
    const first = await ask('customers');
    await press('list.page', { page: 1 });
    expect(callsOf(/\/customers(\?|$)/) - before).toBe(1);
    expect(textsOf(first).at(-1)).toMatch(/^1–10 of at least 100/);
  });

  it("another person's press reads anew, with that person's own token and no continuation in the card", async () => {
    const { ask, chat, activityId } = conversation(desk);
    expect(JSON.stringify(await ask('customers'))).not.toMatch(/continuation/i);
    const answer = await desk.teams.press({ by: desk.diego, in: chat }, activityId(), 'list.page');
    expect(String(answer.body?.value)).toMatch(/role.*PD-/);
  });

  it('are found by the beginning of the name', async () => {
    const { ask } = conversation(desk);
    expect(namesOf(await ask('customers starting with con')).every((name) => /^con/i.test(name))).toBe(true);
  });

  it('says so when none begins so', async () => {
    const { ask } = conversation(desk);
    expect(textsOf(await ask('customers starting with xyzzyq'))[1]).toMatch(/None/);
  });

  it('continue after ten minutes, when what was read is forgotten', async () => {
    const { ask, press } = conversation(desk);
    await ask('customers');
    await desk.clock.jump(11 * 60_000);
    expect(textsOf(await press('list.page', { page: 11 })).at(-1)).toMatch(/^111–120 of/);
  });
});

describe('a customer', () => {
  it('is shown with address, contacts, billing profile, access and domains', async () => {
    const { ask } = conversation(desk);
    const words = JSON.stringify(await ask('customer Contoso Deutschland GmbH'));
    const customer = desk.sandbox.world.customers
      .all()
      .find(({ companyProfile }) => companyProfile.companyName === 'Contoso Deutschland GmbH');
    const { companyProfile, customDomains, billingProfile } = customer ?? { customDomains: [] };
    const { address } = companyProfile ?? {};
    for (const shown of [
      address?.['city'],
      address?.['addressLine1'],
      companyProfile?.email,
      billingProfile?.['lastName'],
    ]) {
      expect(words).toContain(shown);
    }
    for (const domain of customDomains) expect(words).toContain(domain);
  });

  it('leads to its subscriptions', async () => {
    const { ask, press } = conversation(desk);
    await ask('customer Contoso Deutschland GmbH');
    const subscriptions = await press('customer.choose', { next: 'subscriptions' });
    expect(textsOf(subscriptions)[1]).toMatch(/5 subscriptions/);
  });

  it('leads to its referrals, with the own token of whoever presses', async () => {
    const { ask, press, chat, activityId } = conversation(desk);
    desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Contoso Deutschland GmbH' } });
    await ask('customer Contoso Deutschland GmbH');
    const data = {
      verb: 'customer.choose',
      next: 'referrals',
      customerId: 'x',
      customerName: 'Contoso Deutschland GmbH',
    };
    const denied = await desk.teams.press({ by: desk.diego, in: chat }, activityId(), 'customer.choose', {}, data);
    expect(String(denied.body?.value)).toMatch(/role.*PD-/);
    const referrals = await press('customer.choose', { next: 'referrals' });
    expect(textsOf(referrals)[1]).toMatch(/“Contoso Deutschland GmbH”.*looked at/);
    expect(JSON.stringify(referrals)).toContain('referral.show');
  });

  it('is chosen from several', async () => {
    const { ask, press } = conversation(desk);
    expect(JSON.stringify(await ask('customer contoso'))).toContain('Contoso Ltd.');
    expect(JSON.stringify(await press('customer.choose'))).toContain('customer.show');
  });
});

describe('subscriptions', () => {
  it('of one status only, and the pages keep to it', async () => {
    const { ask, press } = conversation(desk);
    await ask('subscriptions for fabrikam');
    const first = await press('customer.choose', { customerName: 'Fabrikam, Inc.', status: 'active' });
    expect(textsOf(first)[1]).toMatch(/of 44 subscriptions: active/);
    const second = await press('list.page', { page: 1 });
    expect(textsOf(second)[1]).toBe(textsOf(first)[1]);
  });

  it('each has everything that Partner Center holds, and a way back', async () => {
    const { ask, press } = conversation(desk);
    await ask('subscriptions for Contoso Deutschland GmbH');
    const shown = JSON.stringify(await press('subscription.show'));
    for (const label of ['Offer ID', 'Publisher name', 'Order ID', 'Contract type']) expect(shown).toContain(label);
    expect(textsOf(await press('customer.choose'))[1]).toMatch(/5 subscriptions/);
  });
});
