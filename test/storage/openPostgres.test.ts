import pino from 'pino';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { StorageError } from '../../src/storage/storageError';
import { startPostgres, type Postgres } from '../support/postgres';
import { TestClock } from '../support/testClock';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const logged: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
const open = (databaseUrl: string) => openStore({ databaseUrl, log, clock: new TestClock() });
const urlWith = (change: (url: URL) => void) => {
  const url = new URL(postgres.url);
  change(url);
  return url.href;
};
const everything = (error: unknown): string =>
  error instanceof Error ? `${error.stack} ${JSON.stringify(error)} ${everything(error.cause)}` : String(error);

/** Ends every connection of the product, as a restart of the server does. */
const disconnect = () =>
  postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'partner-desk'`);

/** Uses the store until it answers: one call may meet the server's notice, another the end of that connection. */
async function untilItAnswers(store: Store): Promise<unknown[]> {
  const failures: unknown[] = [];
  while (failures.length < 5) {
    try {
      await store.ping();
      return failures;
    } catch (error) {
      failures.push(error);
    }
  }
  return failures;
}

test.each([
  ['a wrong password', (url: URL) => (url.password = 'hunter2-wrong'), /refuses the user or password/],
  ['a database that is not there', (url: URL) => (url.pathname = '/nowhere'), /does not exist/],
  ['a port where nothing listens', (url: URL) => (url.port = '1'), /Cannot connect to the database 127\.0\.0\.1:1\//],
])('%s is refused in plain words, without the password', async (_what, change, sentence) => {
  const url = urlWith(change);
  const refusal = await open(url).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StorageError);
  expect((refusal as Error).message).toMatch(sentence);
  expect(everything(refusal) + logged.join('')).not.toContain(new URL(url).password);
});

test.each(['postgres://desk:hunter2@[bad/db', 'mysql://desk:hunter2@host/db', 'hunter2'])(
  'a DATABASE_URL like %s is refused without repeating it',
  async (url) => {
    const refusal = await open(url).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StorageError);
    expect(everything(refusal)).not.toContain('hunter2');
  },
);

test('a restart of the server while nothing is done is noted, and the store works again by itself', async () => {
  const store = await open(postgres.url);
  await store.ping();
  await disconnect();
  const failures = await untilItAnswers(store);
  expect(failures.length).toBeLessThanOrEqual(2);
  expect(failures.every((failure) => failure instanceof StorageError)).toBe(true);
  await store.close();
});

test('a connection that breaks within a transaction fails it as a whole, and nothing else', async () => {
  const store = await open(postgres.url);
  const broken = store.transaction(async (tx) => {
    await tx.cursors.set('poll', 'half');
    await disconnect();
    await tx.cursors.set('poll', 'whole');
  });
  await expect(broken).rejects.toThrow(StorageError);
  await untilItAnswers(store);
  expect(await store.cursors.get('poll')).toBeUndefined();
  await store.transaction((tx) => tx.cursors.set('poll', 'second try'));
  expect(await store.cursors.get('poll')).toBe('second try');
  await store.close();
  expect(logged.join('')).not.toContain(new URL(postgres.url).password);
});
