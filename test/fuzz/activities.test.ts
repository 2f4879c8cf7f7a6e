import * as fc from 'fast-check';
import { phrasings } from '../commands/phrasings';
import { commands } from '../../src/commands';
import { anyJson } from './support/anyJson';
import { changed, someChanges } from './support/changed';
import { activityOf, broken, guestMark, newMistakes, startFuzzDesk, type FuzzDesk } from './support/fuzzDesk';
import { atOnce, fuzzRuns, fuzzTimeoutMs } from './support/fuzzRuns';
import { rowsOf } from './support/rowsOf';

jest.setTimeout(fuzzTimeoutMs);

let fuzz: FuzzDesk;
beforeAll(async () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  fuzz = await startFuzzDesk({ env: { DECIDER_IDS: nobody, ADMIN_IDS: nobody } });
});
afterAll(() => fuzz.close());

const guestId = '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f9999';
const who = fc.constantFrom('member', 'noRole', 'guest', 'nobody');
const text = fc.oneof(
  fc.constantFrom(...phrasings.map(([said]) => said), ...commands.map(({ example }) => example)),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(fc.constantFrom('referrals', 'for', '"', 'contoso', 'last', '7', '<at>', '</at>', 'and', '日本', '2026'), {
      maxLength: 12,
    })
    .map((words) => words.join(' ')),
);
const names = [
  'adaptiveCard/action',
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'fileConsent/invoke',
  'signin/tokenExchange',
  'signin/verifyState',
  'signin/failure',
  'task/fetch',
  '__proto__',
];
const values = [
  { action: { type: 'Action.Execute', verb: 'referral.show', data: { referralId: 'x' } }, trigger: 'manual' },
  { commandId: 'searchCustomers', parameters: [{ name: 'query', value: 'con' }], queryOptions: { skip: 0, count: 25 } },
  { commandId: 'searchReferrals', parameters: [{ name: 'initialRun', value: 'true' }] },
  { commandId: 'createReferral', messagePayload: { body: { content: '<b>a deal</b>' }, from: { user: {} } } },
  { commandId: 'createReferral', data: { verb: 'referral.create', name: 'x' } },
  { type: 'fileUpload', action: 'accept', context: { offerId: 'x' }, uploadInfo: { uploadUrl: 'https://x.example/' } },
  { id: 'x', token: 'x', state: 'ABCD-EFGH' },
];
const facts = fc.oneof(
  { weight: 3, arbitrary: text.map((said) => ({ type: 'message', text: said })) },
  {
    weight: 4,
    arbitrary: fc
      .record({ name: fc.constantFrom(...names), value: fc.oneof(fc.constantFrom(...values), anyJson) })
      .map((invoke) => ({ type: 'invoke', ...invoke })),
  },
  { weight: 1, arbitrary: anyJson.map((value) => ({ type: 'message', value })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { type: 'installationUpdate', action: 'add' },
      { type: 'installationUpdate', action: 'remove' },
      { type: 'conversationUpdate', membersAdded: [{ id: '28:0b6f9c1e-2d34-4c57-9f10-a1b2c3d4e5f6' }] },
      { type: 'conversationUpdate', membersRemoved: [{ id: 'x' }] },
      { type: 'messageReaction' },
      { type: 'event', name: 'x' },
    ),
  },
);

function sender(kind: string): Record<string, unknown> {
  const { megan, diego } = fuzz.desk;
  if (kind === 'guest') return { id: `${guestMark}1`, name: 'Grace Guest', aadObjectId: guestId };
  if (kind === 'nobody') return { id: '29:nobody', name: 'Nobody' };
  const { id, name, aadObjectId } = kind === 'member' ? megan : diego;
  return { id, name, aadObjectId };
}

test('no activity breaks the bot, and none changes anything that its sender has no right to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who, facts, changes: someChanges }), { minLength: atOnce, maxLength: atOnce }),
      async (cases) => {
        const outcomes = await Promise.all(
          cases.map(async (one) => {
            const activity = changed(activityOf(fuzz.desk, sender(one.who), one.facts), one.changes);
            const isObject = typeof activity === 'object' && activity !== null && !Array.isArray(activity);
            // A guest stays one, whatever else is changed.
            const sent = isObject && one.who === 'guest' ? { ...activity, from: sender('guest') } : activity;
            return { sent, ...(await fuzz.post(sent)) };
          }),
        );
        const failed = outcomes.filter(
          ({ status, text: said }) => (status >= 500 && status !== 501) || broken.test(said),
        );
        expect([...newMistakes(fuzz.desk), ...failed]).toEqual([]);
      },
    ),
    fuzzRuns(1_500 / atOnce),
  );
  expect(fuzz.sent.filter((said) => broken.test(said))).toEqual([]);
  expect(fuzz.writes).toEqual([]);
  const rows = rowsOf(fuzz.desk.databaseUrl);
  expect(rows.watches.filter(({ owner_id: owner }) => owner === guestId)).toEqual([]);
  expect(rows.drafts.filter(({ maker_id: maker }) => maker === guestId)).toEqual([]);
  expect(rows.file_offers.filter(({ person_id: person }) => person === guestId)).toEqual([]);
  expect(rows.conversations.length).toBeGreaterThan(0);
  expect({}).not.toHaveProperty('verb');
});
