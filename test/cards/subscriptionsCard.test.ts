import { sampleSubscriptions } from '../../scripts/cardGallery/sampleSubscriptions';
import { subscriptionsCard } from '../../src/cards/subscriptionsCard';
import type { Subscription } from '../../src/partnerCenter/subscription';
import { actionsOf, textsOf } from '../support/readCard';

const cardOf = (subscriptions: Subscription[], page = 0) =>
  subscriptionsCard({
    customerId: 'c0',
    customerName: 'Contoso *Ltd.*',
    domain: 'contoso.com',
    subscriptions,
    now: Date.parse('2026-11-21T10:04:00Z'),
    locale: 'en-GB',
    page,
  });
const one = (subscription: Partial<Subscription>) => textsOf(cardOf([{ id: 's', ...subscription }]).card).slice(2, -1);

test('what needs attention comes first, the rest by its end', () => {
  const texts = textsOf(cardOf(sampleSubscriptions(7)).card);
  expect(texts.slice(0, 2)).toEqual(['Contoso \\*Ltd.\\*', 'contoso.com · 7 subscriptions · 3 need attention']);
  expect(texts.slice(2).filter((_, at) => at % 3 === 1)).toEqual([
    'Suspended',
    'Needs attention',
    'Ends soon',
    'Active',
    'Active',
    'Active',
    'Deleted',
  ]);
});

test.each<[Partial<Subscription>, string[]]>([
  [
    {
      friendlyName: 'Microsoft 365 E5',
      status: 'active',
      quantity: 1,
      unitType: 'Licenses',
      termDuration: 'P1Y',
      autoRenewEnabled: true,
      commitmentEndDate: '2027-03-04T00:00:00Z',
    },
    ['Microsoft 365 E5', 'Active', '1 seat · annual term · renews 4 Mar 2027'],
  ],
  [{ offerName: 'Azure plan', status: 'active', billingType: 'usage' }, ['Azure plan', 'Active', 'billed by usage']],
  [
    {
      friendlyName: 'A',
      status: 'active',
      quantity: 1200,
      termDuration: 'P3Y',
      autoRenewEnabled: false,
      commitmentEndDate: '2026-12-21T10:04:00Z',
    },
    ['A', 'Ends soon', '1,200 seats · 3-year term · ends 21 Dec, no auto-renewal'],
  ],
  [
    { friendlyName: 'A', status: 'active', autoRenewEnabled: false, commitmentEndDate: '2026-12-22T00:00:00Z' },
    ['A', 'Active', 'ends 22 Dec, no auto-renewal'],
  ],
  [
    {
      friendlyName: 'A',
      status: 'suspended',
      suspensionReasons: ['NonPayment'],
      commitmentEndDate: '2015-11-25T06: 41: 12Z',
    },
    ['A', 'Suspended', 'Non Payment · ended 25 Nov 2015'],
  ],
  [{ status: 'someThingNew' }, ['Subscription without a name', 'some Thing New']],
  [{ friendlyName: 'A' }, ['A', 'Status not known']],
  [{ friendlyName: 'A', status: 'constructor' }, ['A', 'constructor']],
])('a line: %j', (subscription, expected) => {
  expect(one(subscription)).toEqual(expected);
});

test.each([
  [0, '1–8 of 43', ['Next']],
  [1, '9–16 of 43', ['Previous', 'Next']],
  [5, '41–43 of 43', ['Previous']],
  [99, '41–43 of 43', ['Previous']],
])('page %i of 43', (page, range, buttons) => {
  const { card } = cardOf(sampleSubscriptions(43), page);
  expect(textsOf(card).at(-1)).toBe(`${range} · Press a line to see all of it.`);
  expect(actionsOf(card).map(({ title }) => title)).toEqual([...buttons, 'Export']);
});

test('the buttons carry what the next page needs', () => {
  const [, next] = actionsOf(cardOf(sampleSubscriptions(43), 1).card);
  const data = {
    list: 'subscriptions',
    customerId: 'c0',
    customerName: 'Contoso *Ltd.*',
    domain: 'contoso.com',
    page: 2,
  };
  expect(next?.data).toEqual({ verb: 'list.page', ...data });
});

test('no subscriptions: says so', () => {
  expect(textsOf(cardOf([]).card)).toEqual(['Contoso \\*Ltd.\\*', 'contoso.com · No subscriptions.']);
  expect(actionsOf(cardOf([]).card)).toEqual([]);
});
