import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = join(__dirname, '..');

/** From the top floor to the ground: a file may import from its own floor and from those below. */
const floors = [
  'index',
  'app',
  'web',
  'bot',
  'messageExtension',
  'cardActions',
  'commands',
  'watch',
  'delivery',
  'cards',
  'referrals',
  'identity',
  'storage',
  'partnerCenter',
  'config',
  'locales',
  'lib',
];

interface SourceFile {
  path: string;
  text: string;
  imports: string[];
}

function sources(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(root, path), 'utf8');
      const imports = [...text.matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].map((found) => found[1] ?? '');
      return { path, text, imports };
    });
}

const floorOf = (path: string): number => floors.indexOf(path.split(/[/.]/)[1] ?? '');
const target = (file: SourceFile, specifier: string): string =>
  relative(root, resolve(root, dirname(file.path), specifier));

const src = sources('src');

describe('the house', () => {
  it('has every source file on a known floor', () => {
    expect(src.length).toBeGreaterThan(50);
    expect(src.filter((file) => floorOf(file.path) < 0).map((file) => file.path)).toEqual([]);
  });

  it('imports downwards only', () => {
    const upward = src.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => target(file, specifier))
        .filter((to) => to.startsWith('src/') && floorOf(to) < floorOf(file.path))
        .map((to) => `${file.path} -> ${to}`),
    );
    expect(upward).toEqual([]);
  });

  it('imports the bot SDKs in src/bot only', () => {
    const sdk = /^(botbuilder|botframework|@microsoft\/teams-ai)/;
    const users = src.filter(
      (file) => file.imports.some((specifier) => sdk.test(specifier)) && !file.path.startsWith('src/bot/'),
    );
    expect(users.map((file) => file.path)).toEqual([]);
  });

  it('reads the environment in src/config.ts only', () => {
    const readers = src.filter((file) => file.text.includes('process.env'));
    expect(readers.map((file) => file.path)).toEqual(['src/config.ts']);
  });

  it('shares nothing between the product and the sandbox', () => {
    const sandbox = sources('sandbox');
    const crossing = [
      ...sandbox.filter((file) => file.imports.some((specifier) => target(file, specifier).startsWith('src/'))),
      ...src.filter((file) => file.imports.some((specifier) => target(file, specifier).startsWith('sandbox/'))),
    ];
    expect(sandbox.length).toBeGreaterThan(5);
    expect(crossing.map((file) => file.path)).toEqual([]);
  });

  it('keeps files small and without default exports', () => {
    const files = [...src, ...sources('sandbox'), ...sources('scripts')];
    expect(files.filter((file) => file.text.split('\n').length > 200).map((file) => file.path)).toEqual([]);
    expect(files.filter((file) => /export default/.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});
