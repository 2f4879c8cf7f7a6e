import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDatabase } from '../../scripts/backup/copyDatabase';
import { startDesk, type TestDesk } from '../support/desk';

const root = join(__dirname, '../..');
let desk: TestDesk;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'partner-desk-backup-'));
  desk = await startDesk({ env: { DATABASE_URL: `sqlite:${join(folder, 'desk.db')}` } });
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

function backup(file: string, databaseUrl = desk.databaseUrl): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env.PATH, IDENTITY: 'sandbox', DATABASE_URL: databaseUrl };
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/scripts/backup.js', file], { cwd: root, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });
}
const cardsOf = (id: string) =>
  desk.teams.cards(desk.channel.id).filter(({ card }) => JSON.stringify(card).includes(id)).length;

it('a backup that is made while cards are being posted is whole: restored, it loses no card and doubles only later ones', async () => {
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
  const early = desk.sandbox.world.referrals.arrive({}, 5);
  await desk.until('the first cards', () => early.every(({ id }) => cardsOf(id) === 1));
  await desk.clock.advance(1_000);

  const file = join(folder, 'backup.db');
  const done = new AbortController();
  const making = backup(file).finally(() => done.abort());
  const later = desk.sandbox.world.referrals.arrive({}, 30);
  while (!done.signal.aborted) {
    await desk.clock.advance(100);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await making).toMatchObject({ code: 0, said: expect.stringContaining('complete copy') });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await desk.until('all cards', () => later.every(({ id }) => cardsOf(id) === 1));

  await desk.app.stop();
  for (const name of readdirSync(folder)) if (name.startsWith('desk.db')) rmSync(join(folder, name));
  copyFileSync(file, join(folder, 'desk.db'));
  await desk.start();
  const missed = desk.sandbox.world.referrals.arrive({}, 1);
  await desk.until('what arrived since', () => missed.every(({ id }) => cardsOf(id) === 1));
  await desk.clock.advance(60_000);
  expect(early.map(({ id }) => cardsOf(id))).toEqual(early.map(() => 1));
  expect(Math.max(...later.map(({ id }) => cardsOf(id)))).toBeLessThanOrEqual(2);
  expect(Math.min(...later.map(({ id }) => cardsOf(id)))).toBeGreaterThanOrEqual(1);
});

it('overwrites nothing, makes nothing out of nothing, and says what to do for PostgreSQL', async () => {
  const file = join(folder, 'backup.db');
  copyDatabase(desk.databaseUrl, file);
  expect(await backup(file)).toMatchObject({ code: 1, said: expect.stringContaining('exists already') });
  const other = join(folder, 'other.db');
  const missing = `sqlite:${join(folder, 'missing.db')}`;
  expect(() => copyDatabase(missing, other)).toThrow('There is no database');
  expect(() => copyDatabase(desk.databaseUrl, join(folder, 'none', 'x.db'))).toThrow('no folder');
  const ofPostgres = await backup(other, 'postgres://user:canary@127.0.0.1:9/desk');
  expect(ofPostgres).toMatchObject({ code: 1, said: expect.stringContaining('pg_dump') });
  expect(existsSync(other) || existsSync(join(folder, 'missing.db'))).toBe(false);
});
