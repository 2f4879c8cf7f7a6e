import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetrics } from '../../src/lib/metrics';
import { createGauges } from '../../src/web/gauges';

const read = (name: string) => readFileSync(join(__dirname, '..', '..', name), 'utf8');
const found = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];

/** Every metric of ours by name. */
function registered(): string[] {
  const { registry } = createMetrics();
  createGauges(registry);
  const names = registry.getMetricsAsArray().map(({ name }) => name);
  return names.filter((name) => name.startsWith('partner_desk_')).toSorted();
}

test('docs/operations.md says what each metric is, and names no other', () => {
  const rows = found(read('docs/operations.md'), /^\| `(partner_desk_\w+)`/gm);
  expect(rows.toSorted()).toEqual(registered());
});

describe('infra/alerts.yml', () => {
  const file = read('infra/alerts.yml');
  const rules = file.split(/^ {6}- /m).slice(1);

  it('names only metrics, outcomes and doors that there are', () => {
    const [known, named] = [registered(), found(file, /\b(partner_desk_\w+)/g)];
    const base = (name: string) => (known.includes(name) ? name : name.replace(/_(bucket|count|sum)$/, ''));
    expect(named.map(base).filter((name) => !known.includes(name))).toEqual([]);
    const source = read('src/lib/metrics.ts');
    const labels = found(file, /(?:outcome|door)[=!]~?"([\w|]+)"/g).flatMap((words) => words.split('|'));
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.filter((label) => !source.includes(`'${label}'`))).toEqual([]);
  });

  it.each(rules.map((rule) => [/^alert: (\w+)\n/.exec(rule)?.[1] ?? rule, rule]))(
    '%s is a complete rule',
    (_name, rule) => {
      expect(rule).toMatch(/^alert: PartnerDesk[A-Z]\w+\n/);
      expect(rule).toMatch(/^ {8}expr: \S.+$/m);
      expect(rule.replace(/^ {8}for: \d+m\n/m, '')).not.toMatch(/^ {8}for:/m);
      expect(rule).toMatch(/^ {10}severity: (critical|warning)$/m);
      for (const text of ['summary', 'description']) expect(rule).toMatch(new RegExp(`^ {10}${text}: [^"'#]+\\S`, 'm'));
    },
  );
});
