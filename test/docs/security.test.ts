import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const page = read('docs/security.md');
const section = (heading: string) => page.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? '';

/** The tests that the threat model names: a file, and names in it. */
const named = section('Who attacks what')
  .split('`test/')
  .slice(1)
  .flatMap((part) => {
    const [file = '', rest = ''] = part.split('`', 2);
    return [...rest.matchAll(/_([^_|]{4,})_/g)].map(([, name = '']) => [`test/${file}`, name] as const);
  });

test('the threat model names tests for every attack', () => {
  const rows = section('Who attacks what')
    .split('\n')
    .filter((line) => /^\| (?!-|who )/.test(line));
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((row) => !/`test\/[\w/.]+`: _[^_|]+_/.test(row))).toEqual([]);
});

test.each(named)('%s has the test "%s" that the threat model names', (file, name) => {
  expect(existsSync(join(root, file))).toBe(true);
  expect(read(file)).toContain(name);
});

interface Locked {
  packages: Record<string, { license?: string; dev?: boolean; devOptional?: boolean }>;
}

const { packages } = JSON.parse(read('package-lock.json')) as Locked;
const needed = Object.entries(packages).filter(([path, { dev }]) => path && !dev);

test('every licence of what the program needs at run time is listed, and no other', () => {
  const listed = [...section('Licences').matchAll(/^- `(.+)`$/gm)].map(([, licence]) => licence);
  const found = new Set(needed.flatMap(([, { license }]) => (license ? [license] : [])));
  expect(needed.length).toBeGreaterThan(100);
  expect(listed).toEqual([...found].toSorted());
});

test('the packages that name no licence in the lock file are the ones that are listed', () => {
  const silent = needed.filter(([, { license }]) => !license).map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(silent.toSorted()).toEqual(['cldrjs', 'escape-regexp-component', 'jspath']);
  for (const name of silent) expect(section('Licences')).toContain(`\`${name}\``);
});
