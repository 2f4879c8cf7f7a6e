import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import { StorageError } from '../../src/storage/storageError';
import { TestClock } from '../support/testClock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'partner-desk-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (path: string) =>
  openStore({ databaseUrl: `sqlite:${path}`, log: createLog('silent'), clock: new TestClock() });
const rightsOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('the folder and every file of a new database are for this user alone', async () => {
  const data = join(folder, 'new', 'data');
  const store = await open(join(data, 'desk.db'));
  await store.cursors.set('poll', '1');
  const files = readdirSync(data).toSorted();
  expect(files).toEqual(['desk.db', 'desk.db-shm', 'desk.db-wal']);
  expect(files.map((file) => rightsOf(join(data, file)))).toEqual(['600', '600', '600']);
  expect([rightsOf(data), rightsOf(join(folder, 'new'))]).toEqual(['700', '700']);
  await store.close();
});

test('a folder that is there keeps its rights', async () => {
  const before = rightsOf(folder);
  await (await open(join(folder, 'desk.db'))).close();
  expect(rightsOf(folder)).toBe(before);
});

test('what was closed is whole in the one file', async () => {
  const path = join(folder, 'desk.db');
  const store = await open(path);
  await store.cursors.set('poll', 'kept');
  await store.close();
  expect(readdirSync(folder)).toEqual(['desk.db']);
  const again = await open(path);
  expect(await again.cursors.get('poll')).toBe('kept');
  await again.close();
});

test('an acknowledged change is on the disk before it is acknowledged', async () => {
  const path = join(folder, 'desk.db');
  const store = await open(path);
  await store.cursors.set('poll', '1');
  const beside = new SqliteDatabase(path, { readonly: true });
  expect(beside.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(beside.prepare('select value from cursors').pluck().get()).toBe('1');
  beside.close();
  await store.close();
});

test('a write waits while another program writes, and the process goes on meanwhile', async () => {
  const path = join(folder, 'desk.db');
  const store = await open(path);
  const other = new SqliteDatabase(path);
  other.exec('begin immediate');
  const writing = store.cursors.set('poll', 'in turn').then(() => 'written');
  const reading = store.ping().then(() => 'read');
  expect(await Promise.race([writing, new Promise((resolve) => setImmediate(() => resolve('still waiting')))])).toBe(
    'still waiting',
  );
  other.exec('commit');
  other.close();
  expect(await writing).toBe('written');
  expect(await reading).toBe('read');
  await store.close();
});

test('a path that cannot be written is refused in plain words', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const refusal = await open(join(file, 'desk.db')).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StorageError);
  expect(String(refusal)).toContain(`${join(file, 'desk.db')} cannot be written`);
});

test('a file that is no database is refused in plain words, and left as it is', async () => {
  const path = join(folder, 'notes.txt');
  writeFileSync(path, 'Remember the milk. '.repeat(200));
  await expect(open(path)).rejects.toThrow(/not a SQLite database; restore it from a backup/);
  expect(statSync(path).size).toBe(19 * 200);
});
