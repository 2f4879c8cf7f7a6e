import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { root, TemporaryCopy, variables } from './appPackageFolder';

let copy: TemporaryCopy;
beforeEach(() => {
  copy = new TemporaryCopy();
});
afterEach(() => copy.remove());

function runPackage(args: string[], env: Record<string, string> = {}) {
  const program = ['-r', join(root, 'test/support/registerTypeScript.js'), join(root, 'scripts/package.ts'), ...args];
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, program, { cwd: copy.directory, env: { PATH, ...env }, encoding: 'utf8' });
}

const botIdInZip = () => {
  const zip = unzipSync(readFileSync(join(copy.folder, 'build', 'partner-desk.zip')));
  const manifest = JSON.parse(Buffer.from(zip['manifest.json'] ?? []).toString('utf8')) as {
    bots: { botId: string }[];
  };
  return manifest.bots[0]?.botId;
};

test('the values come from the file given with --env, and the environment goes first', () => {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  writeFileSync(join(copy.directory, 'values.env'), lines.join('\n'));
  const fromFile = runPackage(['--env', 'values.env']);
  expect(fromFile).toMatchObject({ status: 0, stderr: '' });
  expect(fromFile.stdout).toContain(join('appPackage', 'build', 'partner-desk.zip'));
  expect(botIdInZip()).toBe(variables.BOT_ID);
  const other = '11111111-2222-4333-8444-555555555555';
  expect(runPackage(['--env', 'values.env'], { BOT_ID: other, BOT_DOMAIN: '' }).status).toBe(0);
  expect(botIdInZip()).toBe(other);
});

test('what is wrong goes to stderr as sentences, with exit code 1 and no zip', () => {
  const { status, stdout, stderr } = runPackage([], { ...variables, BOT_ID: 'my-bot' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  const problems = ['bots[0]', 'composeExtensions[0]'].map(
    (where) => `  - ${where}.botId is "my-bot", which is not a GUID. It comes from BOT_ID.\n`,
  );
  expect(stderr).toBe(`The app package cannot be built:\n${problems.join('')}`);
  expect(botIdInZip).toThrow('ENOENT');
});

test.each([
  ['an unknown option', ['--enviroment', 'dev'], "Unknown option '--enviroment'"],
  ['a file that is not there', ['--env', 'env/.env.nowhere'], 'ENOENT'],
])('%s is answered with the usage', (_case, args, reason) => {
  const { status, stderr } = runPackage(args, variables);
  expect(status).toBe(1);
  expect(stderr).toContain(reason);
  expect(stderr).toContain('Usage: npm run package -- --env env/.env.dev');
});
