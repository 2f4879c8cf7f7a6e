import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeProcessLock } from '../../src/storage/processLock';
import { StorageError } from '../../src/storage/storageError';

const folder = mkdtempSync(join(tmpdir(), 'partner-desk-lock-'));
const url = `sqlite:${join(folder, 'desk.db')}`;
let child: ChildProcess | undefined;
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Another process that holds the lock until it is killed. */
async function holder() {
  const program = `require('./src/storage/processLock.ts').takeProcessLock(${JSON.stringify(url)})
    .then(() => { console.log('held'); setInterval(() => undefined, 1000); });`;
  const registered = join(__dirname, '../support/registerTypeScript.js');
  const started = spawn(process.execPath, ['-r', registered, '-e', program], { cwd: join(__dirname, '../..') });
  child = started;
  await once(started.stdout, 'data');
  return started;
}

test('a second process is refused with a sentence, and gets the lock when the first was killed', async () => {
  const other = await holder();
  const refusal = await takeProcessLock(url, 0).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StorageError);
  expect(String(refusal)).toContain('A SQLite database serves one process');
  const ended = once(other, 'exit');
  other.kill('SIGKILL');
  await ended;
  const lock = await takeProcessLock(url, 0);
  expect(lock.isSole).toBe(true);
  lock.release();
});

test('it waits for a process that is about to end', async () => {
  const first = await takeProcessLock(url, 0);
  const second = takeProcessLock(url, 10_000);
  first.release();
  const lock = await second;
  expect(lock.isSole).toBe(true);
  lock.release();
});

test('PostgreSQL is shared', async () => {
  expect(await takeProcessLock('postgres://somebody@nowhere/desk', 0)).toMatchObject({ isSole: false });
});
