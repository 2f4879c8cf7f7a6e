import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands } from '../../src/commands';
import { controlRoutes } from '../../sandbox/control/controlRoutes';
import { faultSchema } from '../../sandbox/http/faults';
import { routes } from '../../sandbox/http/routes';
import { seededUsers } from '../../sandbox/users/seededUsers';

const root = join(__dirname, '..', '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).map((name) => join('docs', name)),
];
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
/** The first cells of a page's tables, those that are code. */
const rows = (page: string) => matches(page, /^\| `([^`]+)`/gm);
const requestOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const section = (page: string, heading: string) => page.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? '';

/** Whether a relative link of a page leads to a file, and to a heading of it where it names one. */
function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path ? join(dirname(page), path) : page;
  if (!existsSync(join(root, target))) return false;
  const anchors = matches(read(target), /^#+ (.+)$/gm).map((heading) => heading.toLowerCase().replace(/\W+/g, '-'));
  return anchor === undefined || anchors.includes(anchor);
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = matches(read(page), /\]\((?!https?:)([^)]+)\)/g);
  expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

test.each(pages)('every npm script that %s names exists', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = matches(read(page), /npm run ([a-z-]+)/g);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('docs/configuration.md has exactly the variables that the bot reads', () => {
  const declared = /z\.object\(\{(.*?)^\}\);/ms.exec(read('src/config/environment.ts'))?.[1] ?? '';
  const variables = matches(declared, /^ {2}([A-Z][A-Z0-9_]*):/gm);
  expect(variables.length).toBeGreaterThan(10);
  const page = read('docs/configuration.md');
  const documented = ['The bot', 'Traces'].flatMap((heading) => rows(section(page, heading)));
  expect(documented.toSorted()).toEqual(variables.toSorted());
});

test("docs/sandbox.md has exactly the sandbox's routes, people and fault fields", () => {
  const page = read('docs/sandbox.md');
  expect(rows(section(page, 'What it answers'))).toEqual(routes.map(requestOf));
  const control = rows(section(page, 'Making things happen'));
  expect(control.toSorted()).toEqual(controlRoutes.map(requestOf).toSorted());
  const people = seededUsers.map(({ aadObjectId, name, roles }) => {
    const held = roles.map((role) => `\`${role}\``).join(', ') || 'none';
    return `| \`${aadObjectId}\` | ${name} | ${held} |`;
  });
  const unpadded = page.replace(/ +\|/g, ' |');
  for (const person of people) expect(unpadded).toContain(person);
  const fields = matches(section(page, 'Faults'), /^\| (.*?) +\|/gm).flatMap((cell) => matches(cell, /`(\w+)`/g));
  expect(fields.toSorted()).toEqual(Object.keys(faultSchema.shape).toSorted());
});

test('the README lists every command', () => {
  const listed = rows(section(read('README.md'), 'What you can type'));
  expect(listed).toEqual(expect.arrayContaining(commands.map(({ example }) => example)));
  expect(listed).toHaveLength(commands.length);
});
