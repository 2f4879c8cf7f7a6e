import { markdownText } from '../../../src/cards/text/markdownText';

test.each([
  ['plain text stays', 'Fabrikam & Co. (Oslo), 2 < 3, snake_case', 'Fabrikam & Co. (Oslo), 2 < 3, snake_case'],
  ['emphasis', '*a* **b** _c_', '\\*a\\* \\*\\*b\\*\\* \\_c\\_'],
  ['links', '[a](https://b.example)', '\\[a\\](https://b.example)'],
  ['lists', '- a\n+ b\n1. c\n2) d', '\\- a\n\n\\+ b\n\n1\\. c\n\n2\\) d'],
  ['headings, quotes and rules', '# a\n> b\n---', '\\# a\n\n\\> b\n\n\\---'],
  ['code and strikethrough', '`a` ~~b~~', '\\`a\\` \\~\\~b\\~\\~'],
  ['tags and entities', '<at>x</at> &lt; &#60;', '\\<at>x\\</at> \\&lt; \\&#60;'],
  ['client-side dates', '{{DATE(2026-01-01)}} {{TIME(x)}} {{y}}', '{\\{DATE(2026-01-01)}} {\\{TIME(x)}} {{y}}'],
  ['backslashes', 'C:\\temp', 'C:\\\\temp'],
  ['lines', 'a\r\nb\n\n\n  c', 'a\n\nb\n\nc'],
])('%s', (_, text, expected) => {
  expect(markdownText(text, Infinity)).toBe(expected);
});

test('a text without escapes is cut at the limit, one full of escapes earlier', () => {
  expect(markdownText('a'.repeat(500), 100)).toHaveLength(100);
  const escaped = markdownText('*'.repeat(500), 100);
  expect(escaped).toMatch(/^(\\\*)+…$/);
  expect(JSON.stringify(escaped).length * 2).toBeLessThanOrEqual(304);
});
