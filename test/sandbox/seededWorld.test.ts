import { World } from '../../sandbox/world';
import type { Json } from './call';

const now = Date.parse('2026-11-21T09:00:00Z');
const build = (seed: string, time = now) => new World({ seed, world: 'seeded', now: () => time, pageSize: 100 });
const content = ({ referrals, customers, invoices }: World) => ({
  referrals: referrals.all(),
  customers: customers.all().map((customer) => [customer, customers.subscriptionsOf(customer.id)]),
  orders: customers.all().map(({ id }) => customers.ordersOf(id)),
  invoices: invoices.all().map((invoice) => [invoice, invoices.allLinesOf(invoice.id)]),
  arrived: referrals.arrive({}, 20),
});

const ofOthers = ({ organizationId }: Json) => organizationId !== '7d23e5ca-19dc-4eaa-aac8-5e6b559f0d1d';

it('a world is the same for the same seed and moment, and another for another seed', () => {
  expect(content(build('a'))).toEqual(content(build('a')));
  expect(build('b').customers.all()).not.toEqual(build('a').customers.all());
});

it('times are relative to the present', () => {
  const [earlier, later] = [build('a'), build('a', now + 86_400_000)].map(({ referrals }) => referrals.all());
  const created = (referrals = earlier) => referrals?.map((one) => Date.parse(one.createdDateTime)) ?? [];
  expect(created(later)).toEqual(created(earlier).map((ms) => ms + 86_400_000));
});

it.each(['partner-desk', 'a', '7'])('nothing of the world %s lies in the future or expires at once', (seed) => {
  const { referrals } = build(seed);
  for (const one of referrals.all()) {
    const times = [one.createdDateTime, one.updatedDateTime, one.acceptedDateTime, one.closedDateTime];
    const known = times.filter((time) => typeof time === 'string').map((time) => Date.parse(time));
    expect(Math.max(...known)).toBeLessThanOrEqual(now);
    expect(Date.parse(one.updatedDateTime)).toBeGreaterThanOrEqual(Date.parse(one.createdDateTime));
    expect(referrals.history(one.id)).toHaveLength(1);
  }
});

it.each([
  ['2026-11-08T00:10:00Z', '2026-09-01T00:00:00Z'],
  ['2026-11-09T00:10:00Z', '2026-10-01T00:00:00Z'],
  ['2026-01-03T12:00:00Z', '2025-11-01T00:00:00Z'],
  ['2028-02-29T23:59:59Z', '2028-01-01T00:00:00Z'],
])('at %s the last invoices are those of the month that began on %s', (time, period) => {
  const { invoices } = build('a', Date.parse(time));
  const [newest] = invoices.all();
  expect(newest?.billingPeriodStartDate).toBe(period);
  expect(Date.parse(String(newest?.invoiceDate))).toBeLessThanOrEqual(Date.parse(time));
});

describe.each(['partner-desk', 'a', '7'])('the world of seed %s', (seed) => {
  const { referrals, customers, invoices } = build(seed);
  const all = referrals.all();
  const names = customers.all().map(({ companyProfile }) => companyProfile.companyName);
  const subscriptions = customers.all().map(({ id }) => customers.subscriptionsOf(id));
  const details = all.map((one) => (one.details ?? {}) as Json);
  const profiles = all.map((one) => one.customerProfile as Json);

  it('has 240 customers in 12 countries, with names, ids and domains of their own', () => {
    const countries = customers.all().map(({ companyProfile }) => companyProfile.address.country);
    expect(names.length).toBeGreaterThanOrEqual(240);
    expect(new Set(countries).size).toBeGreaterThanOrEqual(12);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(customers.all().map(({ companyProfile }) => companyProfile.domain)).size).toBe(names.length);
  });

  it('has names in many scripts, with accents and apostrophes', () => {
    for (const script of [/[éüåø]/, /'/, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /\p{Script=Han}/u]) {
      expect(names.filter((name) => script.test(name)).length).toBeGreaterThan(0);
      expect(profiles.some(({ name }) => script.test(String(name)))).toBe(true);
    }
  });

  it('has 700 subscriptions in every status, none for one customer, 400 for another', () => {
    const statuses = new Set(subscriptions.flat().map(({ status }) => status));
    expect(subscriptions.flat().length).toBeGreaterThanOrEqual(700);
    expect([...statuses].toSorted()).toEqual(
      ['active', 'deleted', 'disabled', 'expired', 'none', 'pending', 'suspended'].toSorted(),
    );
    expect(Math.min(...subscriptions.map(({ length }) => length))).toBe(0);
    expect(Math.max(...subscriptions.map(({ length }) => length))).toBe(400);
  });

  it('has 60 referrals in every state', () => {
    const states = new Set(all.map(({ status, substatus }) => `${status}/${substatus}`));
    expect(all.length).toBeGreaterThanOrEqual(60);
    const open = ['New/Pending', 'New/Received', 'Active/Accepted'];
    const closed = ['Closed/Won', 'Closed/Lost', 'Closed/Declined', 'Closed/Expired'];
    expect([...states]).toEqual(expect.arrayContaining([...open, ...closed, 'Active/InReview', 'Archived/None']));
  });

  it('has referrals of every kind', () => {
    const kinds = new Set(
      all.map((one) => `${String(one.type)} ${String(one.qualification)} ${String(one.direction)}`),
    );
    expect([...kinds].toSorted()).toEqual(
      [
        'Independent Direct Incoming',
        'Independent MarketingQualified Incoming',
        'Independent SalesQualified Incoming',
        'Independent SalesQualified Outgoing',
        'Shared None Incoming',
        'Shared None Outgoing',
        'Shared PartnerQualified Incoming',
        'Shared SalesQualified Incoming',
        'Shared SalesQualified Outgoing',
      ].toSorted(),
    );
  });

  it('has expiration dates set, null and missing, and ids in every spelling', () => {
    const expirations = new Set(all.map((one) => typeof one.expirationDateTime));
    expect(expirations).toEqual(new Set(['string', 'object', 'undefined']));
    const ids = profiles.map((profile) => JSON.stringify(profile.ids));
    expect(ids).toEqual(expect.arrayContaining(['[]', '{}', expect.stringMatching(/^\[\{"profileType"/)]));
  });

  it('has notes and values that are hard to show, and fields that nobody knows', () => {
    const notes = details.map((one) => String(one.notes));
    expect(notes.some((note) => /\*\*firewall\*\*/.test(note) && /\r\n/.test(note))).toBe(true);
    expect(Math.max(...notes.map(({ length }) => length))).toBe(20_000);
    const values = new Set(details.map(({ dealValue }) => (dealValue === null ? 'null' : typeof dealValue)));
    expect(values).toEqual(new Set(['number', 'string', 'null', 'undefined']));
    expect(profiles.some((profile) => !('address' in profile))).toBe(true);
    expect(all.some((one) => 'copilotInsights' in one)).toBe(true);
    expect(all.some((one) => !('details' in one))).toBe(true);
  });

  it("has the other party's copy in the engagement of every shared deal of the partner's own, and of some of others", () => {
    const others = (one: Json) => all.filter((two) => two.engagementId === one.engagementId && two.id !== one.id);
    const own = all.filter((one) => one.type === 'Shared' && one.direction === 'Outgoing' && !ofOthers(one));
    expect(own.length).toBeGreaterThan(2);
    for (const one of own) {
      const target = [{ type: 'BusinessProfileLocation', id: 'msft' }];
      expect(others(one)).toMatchObject([{ organizationId: 'msft', direction: 'Outgoing', target }]);
    }
    const inviters = all.filter(
      (one) => ofOthers(one) && others(one).some(({ direction }) => direction === 'Incoming'),
    );
    expect(new Set(inviters.map(({ organizationId }) => organizationId === 'msft'))).toEqual(new Set([true, false]));
  });

  it('has two years of invoices, G000123 among them, one of a thousand line items', () => {
    expect(invoices.all().length).toBeGreaterThanOrEqual(60);
    expect(invoices.find('G000123')).toBeDefined();
    expect(Math.max(...invoices.all().map(({ id }) => invoices.allLinesOf(id).length))).toBe(1000);
    expect(invoices.all().every(({ invoiceDate }) => Date.parse(invoiceDate) <= now)).toBe(true);
  });

  it('lets the Referrals user see some of them', () => {
    const seen = all.filter((one) => JSON.stringify(one.team).includes('alexw@contoso-partner.example'));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.length).toBeLessThan(all.length / 2);
  });
});

it('arrivals vary: a big co-sell deal, a lead without value, a Japanese customer, one that is urgent', () => {
  const { referrals } = new World({ seed: 'a', world: 'empty', now: () => now, pageSize: 100 });
  expect(referrals.all()).toEqual([]);
  const [coSell, lead, japanese, urgent] = referrals.arrive({}, 4);
  expect(coSell).toMatchObject({ type: 'Shared', details: { dealValue: 1_850_000, currency: 'USD' } });
  expect(lead?.details).not.toHaveProperty('dealValue');
  expect(japanese).toMatchObject({ customerProfile: { address: { country: 'JP' } } });
  expect(urgent).toMatchObject({ expirationDateTime: '2026-11-22T05:00:00.0000000Z' });
});
