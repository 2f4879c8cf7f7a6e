import * as fc from 'fast-check';
import { cardActions } from '../../src/cardActions';
import { anyJson, type Json } from './support/anyJson';
import { activityOf, broken, guestMark, newMistakes, startFuzzDesk, type FuzzDesk } from './support/fuzzDesk';
import { atOnce, fuzzRuns, fuzzTimeoutMs } from './support/fuzzRuns';
import { keysOf } from './support/keysOf';
import { rowsOf } from './support/rowsOf';

jest.setTimeout(fuzzTimeoutMs);

let fuzz: FuzzDesk;
/** What stands on cards: ids of things that are there by the names that they have there, and what filters may say. */
let ids: Record<string, Json[]>;
const onCards: Json[] = [
  'referrals',
  'customers',
  'subscriptions',
  'orders',
  'invoices',
  'invoiceLines',
  'customer',
  'paid',
  'unpaid',
  'office',
  'azure',
  'one_time',
  'billing_line_items',
  'usage_line_items',
  'active',
  'New',
  'US',
  'USD',
  'Shared',
  '2026-11-30',
  '2027-01-31',
  'contoso',
  'help',
  'watch',
  'export audit',
  'disconnect',
  'megan@contoso.example',
  'notInterested',
  'Other',
  0,
  1,
  7,
  '1',
  '50,000.00',
  true,
];
beforeAll(async () => {
  fuzz = await startFuzzDesk({ env: { DECIDER_IDS: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021' } });
  const idsAt = async (url: string, audience: string) => {
    const headers = { authorization: `Bearer sandbox.${audience}.${fuzz.desk.megan.aadObjectId}` };
    const list = (await (await fetch(url, { headers })).json()) as Partial<Record<'value' | 'items', { id: string }[]>>;
    return (list.value ?? list.items ?? []).map(({ id }) => id);
  };
  const { referralsApiUrl, partnerCenterApiUrl } = fuzz.desk.sandbox;
  ids = {
    referralId: await idsAt(`${referralsApiUrl}/engagements/referrals`, 'referrals'),
    customerId: await idsAt(`${partnerCenterApiUrl}/customers?size=40`, 'partner-center'),
    invoiceId: await idsAt(`${partnerCenterApiUrl}/invoices?size=10`, 'partner-center'),
  };
});
afterAll(() => fuzz.close());

const guestId = '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f9999';
const verbs = cardActions.map(({ verb, data }) => ({ verb, keys: keysOf(data) }));
const value = fc.oneof(
  { weight: 9, arbitrary: fc.nat().map((n) => ({ known: n })) },
  { weight: 2, arbitrary: anyJson.map((json) => ({ json })) },
  { weight: 5, arbitrary: fc.constant(undefined) },
);
const press = fc.constantFrom(...verbs, { verb: '__proto__', keys: ['toString'] }).chain(({ verb, keys }) =>
  fc.record({
    verb: fc.constant(verb),
    values: fc.record(Object.fromEntries([...keys, 'inserted', '__proto__x'].map((key) => [key, value]))),
    how: fc.constantFrom('invoke', 'invoke', 'invoke', 'submit', 'dialog', 'odd'),
    odd: anyJson,
    who: fc.constantFrom('decider', 'member', 'guest', 'stranger'),
    place: fc.constantFrom('personal', 'channel', 'groupChat'),
  }),
);
type Press = typeof press extends fc.Arbitrary<infer T> ? T : never;

function knownAs(key: string, at: number): Json {
  const known = ids[key] ?? onCards;
  return known[at % known.length] ?? null;
}

function dataOf({ verb, values, how, odd }: Press): Json {
  if (how === 'odd') return odd;
  const filled = Object.entries(values).flatMap(([key, given]): [string, Json][] => {
    if (given === undefined) return [];
    return [[key, 'json' in given ? given.json : knownAs(key, given.known)]];
  });
  return { verb, ...Object.fromEntries(filled) };
}

function pressed(one: Press): Record<string, unknown> {
  const { megan, alex } = fuzz.desk;
  const people = {
    decider: megan,
    member: alex,
    guest: { id: `${guestMark}2`, name: 'Grace Guest', aadObjectId: guestId },
    stranger: { id: '29:stranger', name: 'Stranger', aadObjectId: '5f2b8a1c-7d34-4e0b-9a61-000000000000' },
  };
  const { id, name, aadObjectId } = people[one.who];
  const data = dataOf(one);
  const { desk } = fuzz;
  const conversation = { id: `19:${one.place}@thread.v2`, conversationType: one.place, tenantId: desk.teams.tenantId };
  const facts = {
    invoke: { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: one.verb, data } } },
    odd: { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: one.verb, data } } },
    submit: { type: 'message', value: data },
    dialog: { type: 'invoke', name: 'composeExtension/submitAction', value: { commandId: 'createReferral', data } },
  }[one.how as 'invoke'];
  return activityOf(desk, { id, name, aadObjectId }, { conversation, replyToId: '17', ...facts });
}

test('no data of a button breaks the bot, and nobody changes a referral without the right to decide', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(press, { minLength: atOnce, maxLength: atOnce }), async (cases) => {
      const outcomes = await Promise.all(
        cases.map(async (one) => ({ data: dataOf(one), ...(await fuzz.post(pressed(one))) })),
      );
      const failed = outcomes.filter(({ status, text }) => status !== 200 || broken.test(text));
      expect([...newMistakes(fuzz.desk), ...failed]).toEqual([]);
    }),
    fuzzRuns(1_500 / atOnce),
  );
  expect(fuzz.sent.filter((said) => broken.test(said))).toEqual([]);
  expect(fuzz.writes.filter((token) => !token.endsWith(`.${fuzz.desk.megan.aadObjectId}`))).toEqual([]);
  const rows = rowsOf(fuzz.desk.databaseUrl);
  expect(rows.watches.filter(({ owner_id: owner }) => owner === guestId)).toEqual([]);
  expect(rows.drafts.filter(({ maker_id: maker }) => maker !== fuzz.desk.megan.aadObjectId)).toEqual([]);
  expect(rows.file_offers.filter(({ person_id: person }) => person === guestId)).toEqual([]);
  // Otherwise nothing got as far as where something could break.
  expect(fuzz.writes.length).toBeGreaterThan(0);
  expect({}).not.toHaveProperty('verb');
});
