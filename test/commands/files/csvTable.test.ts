import * as fc from 'fast-check';
import { csvColumns } from '../../../src/commands/files/csvColumn';
import { FileTooLargeError, writeCsv } from '../../../src/commands/files/csvTable';
import { readCsv } from '../../app/support/readCsv';

const columns = csvColumns([['id', 'ID'], 'name', 'amount']);

async function* pagesOf(things: readonly object[], size: number): AsyncGenerator<object[]> {
  for (let at = 0; at < things.length; at += size) yield things.slice(at, at + size);
}

test('what was written is read back as it was, whatever the texts hold', async () => {
  const word = fc
    .string({ unit: 'grapheme' })
    .filter((text) => /^[\p{L}\p{N}",\n;]*$/u.test(text) && text === text.trim());
  const things = fc.array(fc.record({ id: fc.uuid(), name: word, amount: fc.maxSafeInteger().map((n) => n / 10_000) }));
  await fc.assert(
    fc.asyncProperty(things, async (rows) => {
      const { parts, size } = await writeCsv({ columns, pages: pagesOf(rows, 3) }, () => undefined);
      const bytes = Buffer.concat(parts);
      expect(bytes.length).toBe(size);
      const read = readCsv(bytes).map(({ ID, Name, Amount }) => ({ id: ID, name: Name, amount: Number(Amount) }));
      expect(read).toEqual(
        rows.map((row) => ({ ...row, name: row.name.replace(/\n{3,}/g, '\n\n'), amount: row.amount || 0 })),
      );
    }),
  );
});

test('a table without rows has its header', async () => {
  const { parts, rows } = await writeCsv({ columns, pages: pagesOf([], 1) }, () => undefined);
  expect(Buffer.concat(parts).toString()).toBe('\ufeff"ID","Name","Amount"\r\n');
  expect(rows).toBe(0);
});

test('numbers have no exponent', async () => {
  const { parts } = await writeCsv(
    { columns, pages: pagesOf([{ amount: 1e-7 }, { amount: -1e21 }], 2) },
    () => undefined,
  );
  expect(Buffer.concat(parts).toString()).not.toMatch(/\de[+-]?\d/);
});

test('20,000 rows are read page after page, and each page is written before the next is asked for', async () => {
  const told: number[] = [];
  const whenAsked: number[] = [];
  async function* pages(): AsyncGenerator<object[]> {
    for (let page = 0; page < 200; page++) {
      whenAsked.push(told.at(-1) ?? 0);
      yield Array.from({ length: 100 }, (_, at) => ({ id: `${page}-${at}`, name: 'x'.repeat(300), amount: at }));
    }
  }
  const { size, rows } = await writeCsv({ columns, pages: pages() }, (count) => told.push(count));
  expect(rows).toBe(20_000);
  expect(whenAsked).toEqual(Array.from({ length: 200 }, (_, page) => page * 100));
  expect(size).toBeLessThan(8_000_000);
});

async function* endless(): AsyncGenerator<object[]> {
  for (;;) yield Array.from({ length: 1000 }, () => ({ name: 'x'.repeat(10_000) }));
}

test('a file that grows too large is given up', async () => {
  await expect(writeCsv({ columns, pages: endless() }, () => undefined)).rejects.toThrow(FileTooLargeError);
});
