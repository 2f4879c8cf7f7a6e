import { startDesk, type TestDesk } from '../support/desk';
import { startOneDrive, type OneDrive } from '../support/oneDrive';
import { readCsv } from './support/readCsv';

let desk: TestDesk;
let drive: OneDrive;
const isaiah = '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1025';

async function start(env: Record<string, string>) {
  desk = await startDesk({ env });
  drive = await startOneDrive(desk.teams);
}
afterEach(() => Promise.all([desk.close(), drive.close()]));

it('is the whole trail as a CSV file in the own chat of an administrator, and is in the trail itself', async () => {
  await start({ ADMIN_IDS: isaiah });
  const [referral] = desk.sandbox.world.referrals.arrive({});
  const data = { referralId: referral?.id };
  await desk.teams.press({ by: desk.megan, in: desk.channel }, '1', 'referral.accept', {}, data);
  const chat = desk.teams.places.addPersonalChat(desk.isaiah);
  for (const at of [0, 1]) {
    await desk.teams.say({ by: desk.isaiah, in: chat }, 'export audit');
    const offer = drive.offers(chat).at(-1);
    if (!offer) throw new Error(`Nothing is offered: ${desk.teams.posts.texts(chat.id).join()}`);
    expect(offer.name).toBe('audit-2026-11-21.csv');
    await drive.accept(desk.isaiah, chat, offer);
    await desk.until('the file is there', () => drive.infos(chat).length > at);
  }
  const [first, second] = drive.sessions.files.map(({ bytes }) => readCsv(bytes));
  expect(first?.map((row) => [row['Person'], row['Action'], row['Outcome'], row['Subject']])).toEqual([
    ['Megan Bowen', 'referral.accept', 'begun', referral?.id],
    ['Megan Bowen', 'referral.accept', 'done', referral?.id],
  ]);
  expect(first?.[1]).toMatchObject({
    'Time (UTC)': '2026-11-21T09:00:00.000Z',
    'Entra object ID': desk.megan.aadObjectId,
    Before: expect.stringContaining('status=New'),
    After: expect.stringContaining('status=Active'),
    Reference: expect.stringMatching(/^PD-/),
    'Request IDs': expect.stringMatching(/^[\da-f-]{36}, [\da-f-]{36}$/),
  });
  expect(second?.[2]).toMatchObject({ Person: 'Isaiah Langer', Action: 'export.audit', Outcome: 'done' });
});

it('is denied to everybody else, and the denial is in the trail', async () => {
  await start({ ADMIN_IDS: isaiah });
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  await desk.teams.say({ by: desk.megan, in: chat }, 'export audit');
  expect(desk.teams.posts.texts(chat.id).at(-1)).toMatch(/^Only an administrator of Partner Desk may do that/);
  const data = { verb: 'reading.choose', text: 'export audit' };
  const pressed = await desk.teams.press({ by: desk.megan, in: chat }, '1', 'reading.choose', {}, data);
  expect(pressed.body?.value).toMatch(/^Only an administrator of Partner Desk may do that/);
  expect(drive.offers(chat)).toEqual([]);
});

it('is not made for somebody who is no administrator any more', async () => {
  await start({});
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  await desk.teams.say({ by: desk.megan, in: chat }, 'export audit');
  const offer = drive.offers(chat).at(-1);
  if (!offer) throw new Error('Nothing is offered');
  await desk.app.stop();
  await desk.start({ ADMIN_IDS: isaiah });
  await drive.accept(desk.megan, chat, offer);
  await desk.until('it is answered', () => /Only an administrator/.test(desk.teams.posts.texts(chat.id).join()));
  expect(drive.sessions.files).toEqual([]);
});
