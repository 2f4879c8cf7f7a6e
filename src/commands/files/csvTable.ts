import { stringify } from 'csv-stringify/sync';
import type { CsvColumn } from './csvColumn';

/** A table that is read page after page; nothing of a page is kept once its rows are written. */
export interface CsvTable {
  columns: readonly CsvColumn[];
  pages: AsyncIterable<readonly object[]>;
}

/** A file with its bytes in parts, as they were made. */
export interface MadeFile {
  parts: readonly Uint8Array[];
  /** In bytes. */
  size: number;
  /** Rows of a table, its header not counted; undefined for another file. */
  rows: number | undefined;
}

/** The file is larger than is made here. */
export class FileTooLargeError extends Error {
  override name = 'FileTooLargeError';
}

/** What is kept in memory for one person at most, in bytes: some 200,000 rows. */
const largestBytes = 100_000_000;

/**
 * Reads a table to its end and writes it as CSV: UTF-8 with a byte order mark, by which Excel knows it, and CRLF (RFC 4180).
 * Rejects with what the service said, or with a FileTooLargeError; there is no file then.
 * @param onRows told how many rows there are so far
 */
export async function writeCsv({ columns, pages }: CsvTable, onRows: (rows: number) => void): Promise<MadeFile> {
  const parts = [Buffer.from(`\ufeff${written([columns.map(({ header }) => header)])}`)];
  let size = parts[0]?.length ?? 0;
  let rows = 0;
  for await (const page of pages) {
    const part = Buffer.from(written(page.map((thing) => columns.map(({ cell }) => cell(thing)))));
    parts.push(part);
    size += part.length;
    rows += page.length;
    if (size > largestBytes) throw new FileTooLargeError(`The file would have more than ${largestBytes} bytes`);
    onRows(rows);
  }
  return { parts, size, rows };
}

const written = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.length > 0
    ? stringify(
        rows.map((row) => [...row]),
        { record_delimiter: 'windows', quoted_string: true, cast: { number: plainNumber } },
      )
    : '';

/** Without an exponent, which spreadsheets show as they like, and without the sign of a zero. */
const plainNumber = (value: number): string =>
  (value || 0).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
