import { oneLine, plainText } from '../../../src/cards/text/plainText';

test.each([
  ['line ends of every kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['control characters', 'a\u0000\u0007b\u009bc', 'abc'],
  ['direction overrides and isolates', 'a\u202eb\u202c\u2066c\u2069', 'abc'],
  ['joiners and direction marks stay', '👩‍👧 می‌خواهم \u200f', '👩‍👧 می‌خواهم \u200f'],
  ['unpaired surrogates', 'a\ud800b', 'a\ufffdb'],
  ['blank lines', '\n a \n\n\n\n b \n', 'a\n\nb'],
  ['nothing', null, ''],
])('%s', (_, text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('one line stays one line', () => {
  expect(oneLine(' Fabrikam\n\n  Residences\t')).toBe('Fabrikam Residences');
});

it('takes no time that anybody notices for a text of blanks', () => {
  const blanks = `Dear partner,${' '.repeat(200_000)}call me${' \n'.repeat(50_000)}soon`;
  const begun = performance.now();
  expect(plainText(blanks)).toMatch(/^Dear partner, +call me\n\nsoon$/);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
