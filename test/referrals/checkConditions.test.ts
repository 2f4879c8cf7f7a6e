import * as fc from 'fast-check';
import type { Referral } from '../../src/partnerCenter/referral';
import { checkConditions, fitsConditions } from '../../src/referrals/checkConditions';
import { canonicalConditions, conditionsOf, type WatchConditions } from '../../src/referrals/watchConditions';
import { aReferral } from '../delivery/support/referrals';
import { anyReferral } from '../support/anyReferral';

const referral = aReferral(1, {
  type: 'Shared',
  name: 'Migration of the mill',
  customerProfile: { name: 'Café Contoso, Inc.', address: { country: 'us' } },
  details: {
    dealValue: '60000',
    currency: 'USD',
    requirements: {
      industries: [{ id: 'Retail & Consumer Goods' }],
      products: [{ id: 'Azure' }, { id: 'Microsoft365' }],
      solutions: [{ id: 'SOL-1', name: 'Cloud Voice' }, { id: 'BigData' }],
    },
  },
  team: [{ email: 'Megan@Contoso.example' }],
  target: [{ type: 'BusinessProfileLocation', id: 'AB-1' }],
});
const without = (changes: Partial<Referral>): Referral => ({ ...referral, ...changes });
const worth = (dealValue: number | string | null, currency: string | null = 'USD') =>
  without({ details: { dealValue, currency } });

const table: [string, WatchConditions, Referral, string][] = [
  ['nothing', {}, referral, ''],
  ['what comes in, without a word about it', {}, without({ direction: 'Outgoing' }), 'direction differs'],
  ['what we made', { direction: 'Outgoing' }, without({ direction: 'Outgoing' }), 'direction holds'],
  ['what we made, of what comes in', { direction: 'Outgoing' }, referral, 'direction differs'],
  ['both directions, of what comes in', { direction: 'Both' }, referral, ''],
  ['both directions, of what we made', { direction: 'Both' }, without({ direction: 'Outgoing' }), ''],
  ['a pipeline deal', { direction: 'Both', kinds: ['pipeline'] }, referral, 'kinds differs'],
  ['the kind', { kinds: ['coSell'] }, referral, 'kinds holds'],
  ['one of the kinds', { kinds: ['lead', 'coSell'] }, referral, 'kinds holds'],
  ['another kind', { kinds: ['lead', 'qualifiedLead'] }, referral, 'kinds differs'],
  ['one of the countries', { countries: ['CA', 'US'] }, referral, 'countries holds'],
  ['another country', { countries: ['DE'] }, referral, 'countries differs'],
  ['no country', { countries: ['DE'] }, without({ customerProfile: { name: 'X' } }), 'countries notStated'],
  ['the industry', { industries: ['Retail & Consumer Goods'] }, referral, 'industries holds'],
  ['another industry', { industries: ['Education'] }, referral, 'industries differs'],
  ['a product', { products: ['Microsoft365'] }, referral, 'products holds'],
  ['another product', { products: ['SQL', 'Visio'] }, referral, 'products differs'],
  ['no products', { products: ['SQL'] }, without({ details: null }), 'products notStated'],
  ['a solution area by its name', { solutions: ['CloudVoice'] }, referral, 'solutions holds'],
  ['a solution by its id', { solutions: ['sol-1'] }, referral, 'solutions holds'],
  ['another solution', { solutions: ['Gaming'] }, referral, 'solutions differs'],
  ['the least value itself', { min: 60_000 }, referral, 'value holds'],
  ['less than the least', { min: 60_001 }, referral, 'value differs'],
  ['the greatest value itself', { max: 60_000 }, referral, 'value holds'],
  ['more than the greatest', { max: 59_999 }, referral, 'value differs'],
  ['over so much in whatever currency', { min: 50_000 }, worth(60_000, 'JPY'), 'value holds'],
  ['over so much in the named currency', { min: 50_000, currency: 'USD' }, referral, 'value holds'],
  ['over so much in another currency', { min: 50_000, currency: 'EUR' }, referral, 'value otherCurrency'],
  ['a currency alone', { currency: 'USD' }, referral, 'value holds'],
  ['a value that is not stated', { min: 1 }, worth(null), 'value notStated'],
  ['a currency that is not stated', { currency: 'USD' }, worth(60_000, null), 'value notStated'],
  ['a part of the customer’s name', { customer: 'cafe contoso' }, referral, 'customer holds'],
  ['a part of the referral’s name', { customer: 'the mill' }, referral, 'customer holds'],
  ['another name', { customer: 'fabrikam' }, referral, 'customer differs'],
  ['somebody on the team', { teamMember: 'megan@contoso.example' }, referral, 'teamMember holds'],
  ['somebody who is not', { teamMember: 'alex@contoso.example' }, referral, 'teamMember differs'],
  ['nobody on the team', { teamMember: 'a@b.example' }, without({ team: [] }), 'teamMember notStated'],
  ['the location', { location: 'ab-1' }, referral, 'location holds'],
  ['the undocumented location', { location: 'p' }, without({ target: [], businessProfileId: 'P' }), 'location holds'],
  ['another location', { location: 'zz' }, referral, 'location differs'],
];

test.each(table)('%s', (_what, conditions, given, expected) => {
  const checks = checkConditions(given, conditions);
  expect(checks.map(({ condition, outcome }) => `${condition} ${outcome}`).join()).toBe(expected);
  expect(fitsConditions(given, conditions)).toBe(!/differs|notStated|other/.test(expected));
});

test('all of the conditions have to hold, and each is answered for', () => {
  const conditions: WatchConditions = { kinds: ['coSell'], countries: ['US', 'CA'], min: 50_000, products: ['SQL'] };
  expect(fitsConditions(referral, conditions)).toBe(false);
  expect(checkConditions(referral, conditions)).toHaveLength(4);
  expect(fitsConditions(referral, { ...conditions, products: ['Azure'] })).toBe(true);
});

const list = <T extends string>(...values: T[]) => fc.subarray(values, { minLength: 1 });
const anyConditions: fc.Arbitrary<WatchConditions> = fc.record(
  {
    kinds: list('coSell', 'lead', 'qualifiedLead'),
    countries: list('US', 'CA', 'DE'),
    products: list('Azure', 'SQL'),
    min: fc.integer({ min: 0, max: 100_000 }),
    currency: fc.constantFrom('USD', 'EUR'),
    customer: fc.constantFrom('contoso', 'Fabrikam'),
  },
  { requiredKeys: [] },
);

test('a further condition never lets more through, and no referral is too odd to be compared', () => {
  fc.assert(
    fc.property(anyReferral, anyConditions, (given, conditions) => {
      const lost = Object.keys(conditions).filter((left) => {
        const fewer = Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== left));
        return fitsConditions(given, conditions) && !fitsConditions(given, fewer);
      });
      expect(lost).toEqual([]);
    }),
  );
});

test('the same conditions are the same text, whatever the order and the case of names, and can be read again', () => {
  const one: WatchConditions = { countries: ['US', 'CA', 'US'], min: 5, customer: ' Contoso  Ltd ', kinds: [] };
  const text = '{"countries":["CA","US"],"customer":"contoso ltd","min":5}';
  expect(canonicalConditions(one)).toBe(text);
  expect(canonicalConditions({ customer: 'contoso ltd', min: 5, countries: ['CA', 'US'] })).toBe(text);
  expect(canonicalConditions({})).toBe('{}');
  fc.assert(
    fc.property(anyConditions, (conditions) => {
      const written = canonicalConditions(conditions);
      expect(canonicalConditions(conditionsOf({ conditions: written }))).toBe(written);
    }),
  );
});
