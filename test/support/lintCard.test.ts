import type { CardMessage } from '../../src/cards/message';
import { lintCard } from './lintCard';

const button = (verb: string, data: object) => ({
  type: 'Action.Execute',
  title: 'Press',
  verb,
  data: { verb, ...data },
  fallback: { type: 'Action.Submit', title: 'Press', data: { verb, ...data } },
});
const text = { type: 'TextBlock', text: 'Hello', wrap: true };
const input = { type: 'Input.Text', id: 'note', label: 'Note' };
const refresh = button('referral.refresh', { referralId: 'r1' });

const message = (parts: object): CardMessage => ({
  card: {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: [text],
    ...parts,
  },
  summary: 'A card',
});

test('a good card has no problems', () => {
  expect(lintCard(message({ body: [text, input], actions: [refresh] }))).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ['another version', { version: '1.6' }, /version/],
  ['no $schema', { $schema: undefined }, /schema/],
  ['an unknown element', { body: [{ type: 'TextBlok', text: 'x' }] }, /TextBlok/],
  ['an unknown action', { actions: [{ type: 'Action.Exec', title: 'x' }] }, /Action.Exec/],
  ['text that does not wrap', { body: [{ type: 'TextBlock', text: 'x' }] }, /wrap/],
  ['empty text', { body: [{ ...text, text: '' }] }, /without text/],
  ['the same input twice', { body: [input, { type: 'Container', items: [input] }] }, /two inputs/],
  ['an input without a label', { body: [{ ...input, label: undefined }] }, /label/],
  ['a required input without an error message', { body: [{ ...input, isRequired: true }] }, /errorMessage/],
  ['a verb that nobody knows', { actions: [button('referral.fly', {})] }, /not a verb/],
  ['a button without its data', { actions: [button('referral.accept', {})] }, /no referralId/],
  ['another verb in the data', { actions: [{ ...refresh, verb: 'referral.accept' }] }, /another verb/],
  ['a button without a fallback', { actions: [{ ...refresh, fallback: undefined }] }, /no fallback/],
  ['another title in the fallback', { actions: [{ ...refresh, title: 'Other' }] }, /something else/],
  ['seven actions', { actions: Array.from({ length: 7 }, () => refresh) }, /six actions/],
  [
    'seven facts',
    { body: [{ type: 'FactSet', facts: Array.from({ length: 7 }, () => ({ title: 'a', value: 'b' })) }] },
    /six facts/,
  ],
  ['an image without a description', { body: [{ type: 'Image', url: 'https://x' }] }, /altText/],
  ['an expression that was not filled in', { body: [{ ...text, text: 'Hi ${name}' }] }, /not filled in/],
  ['a property that is null', { body: [{ ...input, value: null }] }, /without a value/],
  ['an address that is not https', { actions: [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:x' }] }, /https/],
  ['too many bytes', { body: [{ ...text, text: 'ä'.repeat(14_400) }] }, /bytes/],
])('%s is a problem', (_, parts, problem) => {
  expect(lintCard(message(parts)).join('\n')).toMatch(problem);
});

test('an empty summary is a problem', () => {
  expect(lintCard({ ...message({}), summary: ' ' })).toEqual([expect.stringMatching('summary')]);
});
