import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/startSandbox';
import { childProcessesOf, isRunning } from '../support/childProcessesOf';
import { eventually } from '../support/eventually';

const root = join(__dirname, '../..');
let sandbox: Sandbox;
let folder: string;
let child: ChildProcess | undefined;
let said = '';

beforeEach(async () => {
  sandbox = await startSandbox({ world: 'empty' });
  folder = mkdtempSync(join(tmpdir(), 'partner-desk-'));
  said = '';
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a command in the project with a complete environment. */
function start(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      IDENTITY: 'sandbox',
      PORT: '0',
      POLL_INTERVAL_SECONDS: '1',
      REFERRALS_API_URL: sandbox.referralsApiUrl,
      PARTNER_CENTER_API_URL: sandbox.partnerCenterApiUrl,
      DATABASE_URL: `sqlite:${join(folder, 'desk.db')}`,
      ...env,
    },
  });
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return child;
}

const bot = (env?: Record<string, string>) => start(process.execPath, ['dist/src/index.js'], env);
const listening = () => eventually('it listens', () => said.includes('is listening'));

describe('the process', () => {
  it('ends with 0 at SIGTERM, also while Partner Center hangs', async () => {
    sandbox.world.faults.add({ method: 'GET', path: '.*', delayMs: 60_000 });
    const running = bot();
    await listening();
    await eventually('it waits for Partner Center', () => sandbox.world.requests().length > 0);
    running.kill('SIGTERM');
    expect(await once(running, 'exit')).toEqual([0, null]);
    expect(said).toContain('has stopped');
  });

  it('ends with npm', async () => {
    const npm = start('npm', ['start']);
    await listening();
    const shells = childProcessesOf(npm.pid ?? 0);
    const pids = [...shells, ...shells.flatMap(childProcessesOf)];
    expect(pids).toHaveLength(2);
    npm.kill('SIGTERM');
    await eventually('all of it is gone', () => !pids.some(isRunning));
  });

  it.each([
    [{ IDENTITY: 'entra' }, 'IDENTITY'],
    [{ PORT: 'many' }, 'PORT'],
    [{ DATABASE_URL: 'sqlite:./package.json/desk.db' }, 'package.json'],
    [{ REFERRALS_API_URL: 'http://partner.example/' }, 'REFERRALS_API_URL'],
  ])('%j: says what is wrong in plain words and ends with 1', async (env, word) => {
    const running = bot(env);
    expect(await once(running, 'exit')).toEqual([1, null]);
    expect(said).toContain(word);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('a port that is taken is said in plain words', async () => {
    const running = bot({ PORT: new URL(sandbox.origin).port });
    expect(await once(running, 'exit')).toEqual([1, null]);
    expect(said).toContain('The port is in use');
  });

  it('writes no token and no e-mail to its log', async () => {
    sandbox.world.referrals.arrive({}, 3);
    bot({ LOG_LEVEL: 'trace' });
    await listening();
    await eventually('it looked', () => sandbox.world.requests().some((request) => request.status === 200));
    sandbox.world.faults.add({
      method: 'GET',
      path: '.*',
      times: 1,
      status: 500,
      body: { error: { code: 'x', message: 'customer@fabrikam.example' } },
    });
    await eventually('a look failed', () => said.includes('"status":500'));
    expect(said).not.toMatch(/sandbox\.referrals\.|Bearer|@[a-z-]+\.example/);
  });
});
