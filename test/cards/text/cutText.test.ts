import { cutText } from '../../../src/cards/text/cutText';

test.each([
  ['a text that fits', 'Fabrikam', 8, 'Fabrikam'],
  ['between two words', 'We need help with telephony', 15, 'We need help…'],
  [
    'within a word where none ends nearby',
    'Llanfairpwllgwyngyllgogerychwyrndrobwll',
    30,
    'Llanfairpwllgwyngyllgogerychw…',
  ],
  ['without a comma at the end', 'Sales, Service and Support', 10, 'Sales…'],
  ['never inside an emoji', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 14, '👩‍👩‍👧‍👦…'],
  ['never between a letter and its accent', 'e\u0301e\u0301e\u0301e\u0301', 6, 'e\u0301e\u0301…'],
  ['a single endless grapheme', `e${'\u0301'.repeat(50)}`, 4, 'e\u0301\u0301…'],
  ['never inside a surrogate pair', `😀${'\u0301'.repeat(50)}`, 2, '…'],
])('%s', (_, text, limit, expected) => {
  const cut = cutText(text, limit);
  expect(cut).toBe(expected);
  expect(cut.length).toBeLessThanOrEqual(limit);
});
