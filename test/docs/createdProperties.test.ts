import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import documented from '../fixtures/documented/create-referral.request.json';
import { newReferralWords } from '../../src/locales/newReferralWords';

const page = readFileSync(join(__dirname, '../../docs/api-coverage.md'), 'utf8');
const rows = (page.split('## Creating a referral')[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, property = '', input = '']) => ({ property, input }));

/** The paths of every property, without the places in lists. */
function pathsOf(value: unknown, path: string): string[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((item) => pathsOf(item, path));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, member]) => pathsOf(member, path ? `${path}.${name}` : name));
}

test('every property of the documented request is in the table of what the form asks', () => {
  const listed = new Set(rows.map(({ property }) => property));
  expect([...new Set(pathsOf(documented, ''))].filter((path) => !listed.has(path))).toEqual([]);
});

test('every input of the form is in the table, by its label', () => {
  const inputs = rows.map(({ input }) => input).join(';');
  const labels = Object.values(newReferralWords.inputs);
  expect(labels.filter((label) => !inputs.includes(label))).toEqual([]);
});
