import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { buildAppPackage } from '../../scripts/package/buildAppPackage';
import { PackageError } from '../../scripts/package/packageError';
import { TemporaryCopy, variables, type Manifest } from './appPackageFolder';

let copy: TemporaryCopy;
beforeEach(() => {
  copy = new TemporaryCopy();
});
afterEach(() => copy.remove());

const build = (values: Record<string, string> = variables) => buildAppPackage(copy.folder, values);

async function problemsOf(values?: Record<string, string>): Promise<readonly string[]> {
  const failure: unknown = await build(values).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof PackageError)) throw new Error(`not refused with a PackageError: ${String(failure)}`);
  return failure.problems;
}

const side = (png: Uint8Array | undefined) => {
  const header = Buffer.from(png ?? []);
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
};

test('the zip holds the manifest with its values and both icons in the size that Teams asks for', async () => {
  const files = unzipSync(await build());
  expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
  expect(side(files['color.png'])).toEqual([192, 192]);
  expect(side(files['outline.png'])).toEqual([32, 32]);
  const text = Buffer.from(files['manifest.json'] ?? []).toString('utf8');
  expect(text).not.toContain('${{');
  expect(JSON.parse(text)).toMatchObject({
    id: variables.TEAMS_APP_ID,
    bots: [{ botId: variables.BOT_ID }],
    validDomains: [variables.BOT_DOMAIN],
    webApplicationInfo: { id: variables.AAD_APP_CLIENT_ID, resource: `api://botid-${variables.BOT_ID}` },
  });
});

test("Microsoft's schema accepts the manifest, without a network", async () => {
  const manifest = JSON.parse(
    Buffer.from(unzipSync(await build())['manifest.json'] ?? []).toString('utf8'),
  ) as Manifest;
  const subject = manifest as unknown as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
  await expect(AppManifestUtils.validateAgainstSchema(subject)).resolves.toEqual([]);
});

test('the same content gives the same bytes, whenever it is built', async () => {
  const first = await build();
  // Time and date of the first entry, as MS-DOS writes them: midnight, 1980-01-01.
  expect([Buffer.from(first).readUInt16LE(10), Buffer.from(first).readUInt16LE(12)]).toEqual([0, 33]);
  expect(Buffer.from(await build()).equals(first)).toBe(true);
  expect(Buffer.from(await build({ ...variables, BOT_DOMAIN: 'other.example' })).equals(first)).toBe(false);
});

test('a value with quotes stays a value', async () => {
  copy.changeManifest((manifest) => (manifest.name.short = '${{SHORT_NAME}}'));
  const text = Buffer.from(unzipSync(await build({ ...variables, SHORT_NAME: 'The "Desk"' }))['manifest.json'] ?? []);
  expect((JSON.parse(text.toString('utf8')) as Manifest).name.short).toBe('The "Desk"');
});

test('a name of 60 characters and a bot id that is no GUID are both refused, in one answer', async () => {
  copy.changeManifest((manifest) => (manifest.name.short = 'x'.repeat(60)));
  expect(await problemsOf({ ...variables, BOT_ID: 'my-bot' })).toEqual([
    'name.short has 60 characters, more than 30.',
    'bots[0].botId is "my-bot", which is not a GUID. It comes from BOT_ID.',
    'composeExtensions[0].botId is "my-bot", which is not a GUID. It comes from BOT_ID.',
  ]);
});

test('values that are missing are each named once', async () => {
  const problems = await problemsOf({ BOT_ID: variables.BOT_ID, BOT_DOMAIN: '' });
  expect(problems).toHaveLength(3);
  expect(problems.join('\n')).toMatch(
    /^TEAMS_APP_ID is not set: .*\nBOT_DOMAIN is not set: .*\nAAD_APP_CLIENT_ID is not set: .*$/,
  );
});

test('an address in place of a host name is refused', async () => {
  expect(await problemsOf({ ...variables, BOT_DOMAIN: 'https://desk.contoso.example/' })).toEqual([
    'BOT_DOMAIN is "https://desk.contoso.example/"; give the host name alone, such as desk.example.com.',
  ]);
});

test.each<[string, (manifest: Manifest) => void, string]>([
  ['a field that is missing', (m) => delete m['accentColor'], 'The manifest has no accentColor.'],
  ['a field that nobody knows', (m) => (m['colour'] = 1), 'The manifest has colour, which the schema does not know.'],
  [
    'a scope that does not exist',
    (m) => Object.assign(m.bots[0] ?? {}, { scopes: ['meeting'] }),
    'bots[0].scopes[0] is "meeting"; allowed are team, personal, groupChat, copilot.',
  ],
  ['two bots', (m) => m.bots.push(...m.bots), 'bots has 2 entries, more than 1.'],
  [
    'an unknown schema',
    (m) => (m['manifestVersion'] = '9.9'),
    'manifestVersion is "9.9"; @microsoft/app-manifest has no schema for that.',
  ],
  [
    'a colour in words',
    (m) => (m['accentColor'] = 'blue'),
    'accentColor is "blue": must match pattern "^#[0-9a-fA-F]{6}$".',
  ],
])('%s is refused in words', async (_case, change, sentence) => {
  copy.changeManifest(change);
  expect(await problemsOf()).toEqual([sentence]);
});

test('icons that are missing, of the wrong size or no pictures are refused', async () => {
  copy.changeManifest((manifest) => (manifest.icons = { color: 'outline.png', outline: 'none.png' }));
  expect(await problemsOf()).toEqual([
    'outline.png is 32 by 32 pixels; the color icon must be 192 by 192.',
    'none.png (the outline icon) cannot be read.',
  ]);
  copy.changeManifest((manifest) => (manifest.icons = { color: 'color.png', outline: 'note.png' }));
  writeFileSync(join(copy.folder, 'note.png'), 'not a picture');
  expect(await problemsOf()).toEqual(['note.png is not a PNG picture.']);
});

test('a manifest that is not JSON is refused in words', async () => {
  writeFileSync(join(copy.folder, 'manifest.json'), '{ "id": ');
  expect((await problemsOf())[0]).toMatch(/^manifest\.json is not JSON: /);
});
