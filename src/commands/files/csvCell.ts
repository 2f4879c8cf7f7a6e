import { plainText } from '../../cards/text/plainText';
import { serviceMoment } from '../../cards/text/serviceMoment';

/** What stands in a cell of a CSV file: a number, or text that no spreadsheet takes for a formula. */
export type CsvCell = string | number;

const isDate = /Date(Time)?$/;
const isNumeric = /(charges?|amount|price|total|tax|value|quantity|rate|due)$/i;
const number = /^-?\d{1,15}(\.\d{1,10})?$/;

/** A cell or a line, where `;` separates cells, that begins with what begins a formula, blanks and invisible characters before it. */
const formula = /(?<=^|[;\n])(?=[\s\p{Cf}]*[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])/gu;

/**
 * A field's value as a cell. Dates are ISO 8601, UTC; numbers are plain, also where the service writes them as text; several
 * values stand in one cell, one after the other. Text that a spreadsheet would run gets an apostrophe before it, which says that
 * it is text: at its beginning, and behind each `;` and line break, which begin a cell where the list separator is a semicolon.
 * https://owasp.org/www-community/attacks/CSV_Injection
 * @param name the field's name
 */
export function csvCell(name: string, value: unknown): CsvCell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (Array.isArray(value)) return safeText(value.map(textOf).filter(Boolean).join(', '));
  const text = textOf(value);
  if (isNumeric.test(name) && number.test(text)) return Number(text);
  const ms = isDate.test(name) ? serviceMoment(text) : undefined;
  if (ms !== undefined) return new Date(ms).toISOString();
  // The year 1 stands for no date.
  return isDate.test(name) && text.startsWith('000') ? '' : safeText(text);
}

/** Text that nothing runs. */
const safeText = (text: string): string => plainText(text).replace(formula, "'");

/** A part of a resource by what it is called, for example an industry or a person. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const { name, email, id } = value as { name?: unknown; email?: unknown; id?: unknown };
  return [name, email, id].find((part): part is string => typeof part === 'string' && part.trim() !== '') ?? '';
}
