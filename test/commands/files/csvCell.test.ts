import * as fc from 'fast-check';
import { csvCell } from '../../../src/commands/files/csvCell';

/** What may begin a formula once blanks and invisible characters are gone, in full width too. */
const starters = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−'];
const blanks = ['', ' ', '\t', '\r', '\n', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u2060'];

/** Whether a spreadsheet could run a cell, or a piece of it where `;` or a tab separates cells. */
const runs = (cell: unknown): boolean =>
  String(cell)
    .split(/[;\t\r\n]/)
    .some((piece) => starters.includes(piece.replace(/^[\s\p{Cf}\p{Cc}]+/u, '').charAt(0)));

const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...starters, ...blanks, ';', ',', '"', 'cmd|calc', '1'), fc.string({ unit: 'grapheme' })),
  )
  .map((parts) => parts.join(''));

test('no text can be run, whatever stands before it and wherever the cell is cut', () => {
  const one = fc.property(hostile, (text) => !runs(csvCell('notes', text)));
  const several = fc.property(fc.array(hostile), (texts) => !runs(csvCell('suspensionReasons', texts)));
  expect(fc.check(one, { numRuns: 3_000 })).toMatchObject({ failed: false });
  expect(fc.check(several)).toMatchObject({ failed: false });
});

test('text that nothing runs stays as it is', () => {
  for (const text of ['Contoso Ltd.', 'a=b', 'x - y', '株式会社', 'jo@contoso.com', '"quoted", with comma']) {
    expect(csvCell('name', text)).toBe(text);
  }
});

test.each([
  ['=1+1', "'=1+1"],
  ['  +46 8 123', "'+46 8 123"],
  ['\t@SUM(A1)', "'@SUM(A1)"],
  ['＝cmd', "'＝cmd"],
  ['fine;=cmd', "fine;'=cmd"],
  ['first\r\n- second', "first\n'- second"],
])('%j becomes text', (text, cell) => {
  expect(csvCell('notes', text)).toBe(cell);
});

test('numbers stay numbers, negative ones and those that are written as text too', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => csvCell('paidAmount', n) === n));
  expect(csvCell('paidAmount', '-12.50')).toBe(-12.5);
  expect(csvCell('dealValue', '50000.00')).toBe(50_000);
  expect(csvCell('friendlyName', '-12.50')).toBe("'-12.50");
  expect(csvCell('postalCode', '00123')).toBe('00123');
});

test('dates are ISO 8601, UTC, and none is none', () => {
  expect(csvCell('invoiceDate', '2026-11-21T09:00:00+02:00')).toBe('2026-11-21T07:00:00.000Z');
  expect(csvCell('invoiceDate', '2026-11-21')).toBe('2026-11-21T00:00:00.000Z');
  expect(csvCell('invoiceDate', '0001-01-01T00:00:00')).toBe('');
  expect(csvCell('invoiceDate', undefined)).toBe('');
});
