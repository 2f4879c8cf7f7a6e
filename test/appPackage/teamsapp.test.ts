import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { placeholderNames } from '../../scripts/package/placeholders';
import { root } from './appPackageFolder';

const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** The values of a YAML file's lines `key: value`, for one key. */
const valuesOf = (text: string, key: string) =>
  [...text.matchAll(new RegExp(`^[ -]*${key}: (.+)$`, 'gm'))].map(([, value = '']) => value.trim());

describe.each([
  ['teamsapp.yml', 'env/.env.dev'],
  ['teamsapp.local.yml', 'env/.env.local'],
  ['teamsapp.playground.yml', 'env/.env.playground'],
])('%s', (name, environment) => {
  const text = read(name);

  test('is written for a version of the schema and says the same in its first line', () => {
    const [version = ''] = valuesOf(text, 'version');
    expect(version).toMatch(/^v1\.\d+$/);
    expect(text.split('\n')[0]).toContain(`/${version}/yaml.schema.json`);
  });

  test('names only files and folders that exist', () => {
    const paths = ['environmentFolderPath', 'manifestPath'].flatMap((key) => valuesOf(text, key));
    expect(paths).not.toHaveLength(0);
    for (const path of paths) expect(existsSync(join(root, path))).toBe(true);
  });

  test('finds every value in its environment file or makes it itself', () => {
    const inFile = parseEnv(read(environment));
    expect(inFile['TEAMSFX_ENV']).toBe(environment.split('.').at(-1));
    const made = [...text.matchAll(/^ {6}\w+: ([A-Z][A-Z0-9_]+)$/gm)].map(([, variable = '']) => variable);
    for (const variable of placeholderNames(text)) expect([...Object.keys(inFile), ...made]).toContain(variable);
  });
});

test.each(['teamsapp.yml', 'teamsapp.local.yml'])('%s gives every value that the manifest asks for', (name) => {
  const text = read(name);
  const asked = placeholderNames(read('appPackage/manifest.json'));
  expect(asked).toHaveLength(4);
  for (const variable of asked.filter((one) => one !== 'BOT_DOMAIN')) expect(text).toContain(`: ${variable}\n`);
  expect(text).toContain('messagingEndpoint: https://${{BOT_DOMAIN}}/api/messages');
});
