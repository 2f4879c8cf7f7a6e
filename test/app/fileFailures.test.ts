import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../src/lib/log';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { eventually } from '../support/eventually';
import { startDesk, type TestDesk } from '../support/desk';
import type { Place } from '../support/fakeTeams';
import { type OneDrive, startOneDrive } from '../support/oneDrive';

let desk: TestDesk;
let drive: OneDrive;
let store: Store;
let folder: string;
let chat: Place;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'partner-desk-files-'));
  const databaseUrl = `sqlite:${join(folder, 'desk.db')}`;
  desk = await startDesk({ world: 'seeded', env: { DATABASE_URL: databaseUrl } });
  drive = await startOneDrive(desk.teams);
  store = await openStore({ databaseUrl, log: createLog('silent'), clock: desk.clock });
  chat = desk.teams.places.addPersonalChat(desk.megan);
});
afterEach(async () => {
  desk.sandbox.world.faults.clear();
  await store.close();
  await desk.close();
  await drive.close();
  rmSync(folder, { recursive: true });
});

const texts = () => desk.teams.posts.texts(chat.id);
const said = (pattern: RegExp) => desk.until(String(pattern), () => texts().find((text) => pattern.test(text)));
const exportsInTrail = async () => (await store.audit.page(0, 100)).filter(({ action }) => action.startsWith('export'));

async function offered(text: string) {
  await desk.teams.say({ by: desk.megan, in: chat }, text);
  const offer = drive.offers(chat).at(-1);
  if (!offer) throw new Error(texts().join('\n'));
  return offer;
}
const accept = async (text: string) => drive.accept(desk.megan, chat, await offered(text));
const arrived = (count = 1) => desk.until('the file', () => drive.infos(chat).length === count);
const offeredAnew = () => desk.until('a new offer', () => drive.offers(chat)[0]);

const referrals = '^/v1.0/engagements/referrals$';

/** So many that they come in several pages. */
const manyReferrals = () => desk.sandbox.world.referrals.arrive({}, 300);

/** Lets four seconds pass while Partner Center reads each page for the file. */
function whilePagesTakeTime<T>(what: string, look: () => T | undefined | false): Promise<T> {
  const { faults, requests } = { faults: desk.sandbox.world.faults, requests: () => desk.sandbox.world.requests() };
  const before = requests().length;
  let pages = 0;
  faults.add({ path: referrals, delayMs: 100 });
  return eventually(what, () => {
    const asked = requests().slice(before);
    const now = asked.filter(({ who, path }) => who === desk.megan.aadObjectId && path.includes('/referrals')).length;
    if (now > pages) void desk.clock.advance(4_000);
    pages = now;
    return look();
  });
}

test('who exported what, how much and how it ended is in the audit trail', async () => {
  await accept('export invoices 2026');
  await arrived();
  const [entry, ...others] = await exportsInTrail();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ action: 'export.invoices', actorId: desk.megan.aadObjectId, outcome: 'done' });
  expect(entry?.after).toEqual({ rows: expect.any(Number) as number, bytes: drive.sessions.files[0]?.bytes.length });
});

test('when reading fails in the middle nothing is put anywhere, and the file is offered anew', async () => {
  manyReferrals();
  await accept('export referrals');
  await whilePagesTakeTime('progress', () => texts().some((text) => /^Making .* rows so far/.test(text)));
  desk.sandbox.world.faults.clear();
  desk.sandbox.world.faults.add({ path: referrals, status: 500 });
  expect(await said(/No file was made/)).toMatch(/Partner Center .*Reference PD-/);
  const offer = await offeredAnew();
  expect(drive.requests).toEqual([]);
  expect((await exportsInTrail()).map(({ outcome }) => outcome)).toEqual(['failed']);

  desk.sandbox.world.faults.clear();
  await drive.accept(desk.megan, chat, offer);
  await arrived();
  expect(drive.sessions.files).toHaveLength(1);
});

test('the press is answered at once while Partner Center takes its time, and progress is one message', async () => {
  manyReferrals();
  const offer = await offered('export referrals');
  const before = desk.teams.posts.all.length;
  const answer = await drive.accept(desk.megan, chat, offer);
  expect(answer).toEqual({ status: 200, body: undefined });
  expect(drive.sessions.files).toEqual([]);
  await whilePagesTakeTime('the file', () => drive.infos(chat).length === 1);
  const message = desk.teams.posts.find(chat.id, offer.activityId);
  const versions = message?.versions.map(({ text }) => text ?? '') ?? [];
  expect(versions.filter((text) => /^Making referrals-.*: [\d,]+ rows so far\.$/.test(text)).length).toBeGreaterThan(1);
  expect(versions.at(-1)).toMatch(/is complete and in your OneDrive: [\d,]+ rows\.$/);
  // The consent card became the progress; the file's own card is all that came besides.
  expect(desk.teams.posts.all.length - before).toBe(1);
});

test('from a list whose length is known the progress says how far it is', async () => {
  manyReferrals();
  await desk.teams.say({ by: desk.megan, in: chat }, 'referrals');
  const [list] = desk.teams.cards(chat.id);
  await desk.teams.press({ by: desk.megan, in: chat }, list?.activityId ?? '', 'list.export');
  const [offer] = drive.offers(chat);
  if (!offer) throw new Error('Nothing is offered');
  await drive.accept(desk.megan, chat, offer);
  await whilePagesTakeTime('the file', () => drive.infos(chat).length === 1);
  const seen = desk.teams.posts.find(chat.id, offer.activityId)?.versions.map(({ text }) => text ?? '') ?? [];
  expect(seen.join('\n')).toMatch(/: [\d,]+ rows? of about [\d,]+ so far|: [\d,]+ of about [\d,]+ rows so far/);
});

test('a part whose answer is lost is not sent twice, and one that is refused for the moment is sent again', async () => {
  drive.faults.push({ status: 503 }, { cut: 'before' });
  await accept('export invoices');
  await arrived();
  expect(drive.requests.filter(({ method }) => method === 'PUT')).toHaveLength(3);
  expect(drive.sessions.refusals).toEqual([]);
});

test('an upload that is refused for good ends in a sentence and a new offer', async () => {
  drive.faults.push({ status: 403 });
  await accept('export invoices');
  expect(await said(/could not be put into your OneDrive/)).toMatch(/Reference PD-/);
  await offeredAnew();
  expect(drive.infos(chat)).toEqual([]);
});

test('one file at a time is made for a person; the other is offered again', async () => {
  desk.sandbox.world.faults.add({ path: '^/v1/customers$', delayMs: 200, times: 1 });
  await accept('export customers');
  await accept('export invoices');
  // The time stands still meanwhile, so that the first call does not run out of it.
  await eventually('the sentence', () => texts().some((text) => /Another file is being made for you/.test(text)));
  const again = await offeredAnew();
  expect(again.name).toMatch(/^invoices-/);
  await arrived();
  await drive.accept(desk.megan, chat, again);
  await arrived(2);
});

test('an offer is good for a day', async () => {
  const offer = await offered('export invoices');
  await desk.app.stop();
  await desk.clock.jump(86_400_000);
  await desk.start();
  await drive.accept(desk.megan, chat, offer);
  await said(/too old/);
  expect(drive.sessions.files).toEqual([]);
});

test('an offer outlives a restart', async () => {
  const offer = await offered('export invoices');
  await desk.app.stop();
  await desk.start();
  await drive.accept(desk.megan, chat, offer);
  await arrived();
  expect(drive.sessions.files.map(({ name }) => name)).toEqual([offer.name]);
});

test('stopping while a file is being made says so and offers it anew', async () => {
  desk.sandbox.world.faults.add({ path: '^/v1/customers$', delayMs: 60_000 });
  await accept('export customers');
  await desk.until('it has begun', () => texts().some((text) => text.startsWith('Making')));
  await desk.app.stop();
  expect(texts().join('\n')).toMatch(/Partner Desk was stopped meanwhile.*Reference PD-/);
  expect(drive.offers(chat)).toHaveLength(1);
  await desk.start();
});
