import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFolder } from '../../bench/support/temporaryFolder';
import { createLog } from '../../src/lib/log';
import type { AuditRow } from '../../src/storage/auditEntry';
import { openStore } from '../../src/storage/openStore';
import type { Store } from '../../src/storage/store';
import { startDesk, type TestDesk } from '../support/desk';
import { eventually } from '../support/eventually';

const day = 86_400_000;
let desk: TestDesk;
let store: Store;
let folder: string;

beforeEach(async () => {
  folder = memoryFolder();
  const databaseUrl = `sqlite:${join(folder, 'desk.db')}`;
  desk = await startDesk({ env: { DATABASE_URL: databaseUrl, RETENTION_DAYS: '2' } });
  store = await openStore({ databaseUrl, log: createLog('silent'), clock: desk.clock });
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
});
afterEach(async () => {
  await store.close();
  await desk.close();
  rmSync(folder, { recursive: true });
});

const details = { dealValue: 10_000, currency: 'USD', notes: 'call jo@customer.example' };

async function arrived() {
  const facts = { customerProfile: { name: 'Fabrikam', team: [{ email: 'jo@customer.example' }] }, details };
  const [referral] = desk.sandbox.world.referrals.arrive(facts);
  if (!referral) throw new Error('No referral arrived');
  const card = await desk.until('the card is posted', () =>
    desk.teams.cards(desk.channel.id).find((shown) => JSON.stringify(shown.card).includes(referral.id)),
  );
  return { referral, activityId: card.activityId };
}
const press = (activityId: string, verb: string, inputs = {}, by = desk.megan) =>
  desk.teams.press({ by, in: desk.channel }, activityId, verb, inputs);
const trail = async (referralId: string): Promise<AuditRow[]> => store.audit.ofSubject(referralId);
async function untilTrailHas(length: number, referralId: string): Promise<AuditRow[]> {
  for (let step = 0; step < 1000; step++) {
    const entries = await trail(referralId);
    if (entries.length === length) return entries;
    await desk.clock.advance(10);
  }
  throw new Error(`The trail never had ${length} entries`);
}
const patches = () => desk.sandbox.world.requests().filter((request) => request.method === 'PATCH');
const shown = (activityId: string) =>
  JSON.stringify(desk.teams.cards(desk.channel.id).find((card) => card.activityId === activityId)?.card);

test('a decision is written down: who, when, what before and after, and the ids of the requests', async () => {
  const { referral, activityId } = await arrived();
  await press(activityId, 'referral.accept', { dealValue: 25_000, currency: 'USD' });
  const [begun, done] = await trail(referral.id);
  const who = { actorId: desk.megan.aadObjectId, actorName: 'Megan Bowen', conversationId: desk.channel.id };
  const before = { status: 'New', dealValue: 10_000, currency: 'USD' };
  expect(begun).toMatchObject({ ...who, action: 'referral.accept', outcome: 'begun', before, after: null });
  expect(done).toMatchObject({
    ...who,
    action: 'referral.accept',
    at: desk.clock.now(),
    outcome: 'done',
    referenceId: begun?.referenceId,
    before,
    after: { status: 'Active', substatus: 'Accepted', dealValue: 25_000, ended: 'done' },
  });
  expect(done?.requestIds).toHaveLength(2);
  expect(done?.requestIds).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), expect.any(String)]);
});

test.each([
  [
    'referral.decline',
    { reason: 'budget', declineNote: 'mail jo@customer.example' },
    { reason: 'Budget insufficient' },
  ],
  ['referral.note', { note: 'mail jo@customer.example' }, { status: 'New', teamSize: 2 }],
  ['referral.assign', { email: 'alex@contoso.example' }, { teamSize: 3 }],
  ['referral.update', { dealValue: 5, currency: 'EUR' }, { dealValue: 5, currency: 'EUR' }],
])('%s is in it, without any e-mail address or note', async (verb, inputs, after) => {
  const { referral, activityId } = await arrived();
  await desk.teams.press({ by: desk.megan, in: desk.channel }, activityId, verb, inputs, { referralId: referral.id });
  const entries = await trail(referral.id);
  expect(entries.map(({ outcome }) => outcome)).toEqual(['begun', 'done']);
  expect(entries[1]).toMatchObject({ action: verb, after });
  expect(JSON.stringify(entries)).not.toMatch(/@customer|mail jo/);
});

test('a press that came too late, one that Partner Center refused, and one that it did not answer have failed', async () => {
  const { referral, activityId } = await arrived();
  await press(activityId, 'referral.accept', {}, desk.diego);
  desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, status: 503 });
  await press(activityId, 'referral.accept');
  desk.sandbox.world.referrals.changeInPortal(referral.id, { status: 'Active', substatus: 'Accepted' });
  await press(activityId, 'referral.accept', {}, desk.isaiah);
  expect((await trail(referral.id)).map(({ actorName, outcome, after }) => [actorName, outcome, after?.ended])).toEqual(
    [
      ['Diego Siciliani', 'failed', expect.any(String)],
      ['Megan Bowen', 'begun', undefined],
      ['Megan Bowen', 'failed', 'unavailable'],
      ['Isaiah Langer', 'failed', 'notAllowed'],
    ],
  );
});

test('what is filled in wrongly is no decision', async () => {
  const { referral, activityId } = await arrived();
  await press(activityId, 'referral.accept', { closingDate: 'soon' });
  await press(activityId, 'referral.decline', { reason: '' });
  expect(await trail(referral.id)).toEqual([]);
});

test('of two who pressed the same and got no answer nobody is said to have decided', async () => {
  const { referral, activityId } = await arrived();
  desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, status: 503, delayMs: 300 });
  desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, cut: 'afterProcessing' });
  const late = press(activityId, 'referral.accept');
  await eventually('the PATCH is under way', () => patches().length === 1);
  const answer = await press(activityId, 'referral.accept', {}, desk.isaiah);
  expect(JSON.stringify(answer)).toContain('Accepted by Megan Bowen or Isaiah Langer');
  await late;
  expect((await trail(referral.id)).slice(2)).toMatchObject([
    { actorName: 'Isaiah Langer', outcome: 'unproven', after: { status: 'Active', ended: 'foundDone' } },
    { actorName: 'Megan Bowen', outcome: 'unproven', after: { ended: 'foundDone' } },
  ]);
});

test('what was answered proves whose it was: the other press has failed, and the card names one person', async () => {
  const { referral, activityId } = await arrived();
  desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, status: 503, delayMs: 300 });
  const late = press(activityId, 'referral.accept');
  await eventually('the PATCH is under way', () => patches().length === 1);
  await press(activityId, 'referral.accept', {}, desk.isaiah);
  expect(JSON.stringify(await late)).toContain('Accepted by Isaiah Langer,');
  expect((await trail(referral.id)).slice(2)).toMatchObject([
    { actorName: 'Isaiah Langer', outcome: 'done' },
    { actorName: 'Megan Bowen', outcome: 'failed', after: { ended: 'foundDone' } },
  ]);
});

test('neither the PATCH nor the look after it is answered: the trail stays open until a look tells more', async () => {
  const { referral, activityId } = await arrived();
  desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, cut: 'afterProcessing' });
  desk.sandbox.world.faults.add({ method: 'GET', path: `.*${referral.id}`, skip: 1, times: 9, status: 500 });
  let answer = '';
  void press(activityId, 'referral.accept').then((given) => (answer = JSON.stringify(given)));
  await desk.until('it is answered', () => answer.includes('PD-'));
  expect(await trail(referral.id)).toMatchObject([{ outcome: 'begun' }]);
  desk.sandbox.world.faults.clear();
  await desk.clock.advance(270_000);
  expect((await untilTrailHas(2, referral.id))[1]).toMatchObject({ actorName: 'Megan Bowen', outcome: 'unproven' });
  await desk.until('the card names her', () => shown(activityId).includes('Accepted by Megan Bowen (most likely)'));
});

test('while a PATCH is under way the trail already says who is deciding', async () => {
  const { referral, activityId } = await arrived();
  desk.sandbox.world.faults.add({ method: 'PATCH', path: '.*', times: 1, delayMs: 300 });
  const answer = press(activityId, 'referral.accept');
  await eventually('the PATCH is under way', () => patches().length === 1);
  expect(await trail(referral.id)).toMatchObject([{ actorName: 'Megan Bowen', outcome: 'begun' }]);
  await answer;
});

async function writeBegun(referralId: string, { by = desk.megan, referenceId = 'PD-DEADBEEF' } = {}) {
  const who = { actorId: by.aadObjectId, actorName: by.name, conversationId: desk.channel.id };
  const what = { action: 'referral.accept', subject: referralId, before: { status: 'New' }, after: null };
  const rest = { at: desk.clock.now(), outcome: 'begun', referenceId, requestIds: [] } as const;
  await store.audit.append({ ...who, ...what, ...rest });
}

describe('a process that died between the PATCH and writing it down', () => {
  it('is made up for: the card says who most likely decided, and the trail that nothing proves it', async () => {
    const { referral, activityId } = await arrived();
    await writeBegun(referral.id);
    desk.sandbox.world.referrals.changeInPortal(referral.id, { status: 'Active', substatus: 'Accepted' });
    await desk.until('the card follows', () => !shown(activityId).includes('referral.decline'));
    expect(shown(activityId)).not.toContain('Megan Bowen');
    await desk.clock.advance(270_000);
    await desk.until('the card names her', () => shown(activityId).includes('Megan Bowen pressed Accept'));
    expect(shown(activityId)).toContain('Accepted by Megan Bowen (most likely)');
    expect(await trail(referral.id)).toMatchObject([
      { outcome: 'begun' },
      { outcome: 'unproven', referenceId: 'PD-DEADBEEF', after: { status: 'Active', ended: 'foundLater' } },
    ]);
  });

  it('is held to be one of two who had pressed the same', async () => {
    const { referral, activityId } = await arrived();
    await writeBegun(referral.id);
    await writeBegun(referral.id, { by: desk.isaiah, referenceId: 'PD-SECOND00' });
    desk.sandbox.world.referrals.changeInPortal(referral.id, { status: 'Active', substatus: 'Accepted' });
    await desk.clock.advance(270_000);
    expect((await untilTrailHas(4, referral.id)).slice(2)).toMatchObject([
      { outcome: 'unproven', referenceId: 'PD-DEADBEEF' },
      { outcome: 'unproven', referenceId: 'PD-SECOND00' },
    ]);
    await desk.until('the card names both', () =>
      shown(activityId).includes('Accepted by Megan Bowen or Isaiah Langer'),
    );
  });

  it('changes nothing where the PATCH never arrived', async () => {
    const { referral, activityId } = await arrived();
    await writeBegun(referral.id);
    await desk.clock.advance(270_000);
    expect(await untilTrailHas(2, referral.id)).toMatchObject([{ outcome: 'begun' }, { outcome: 'failed' }]);
    expect(shown(activityId)).not.toContain('Megan Bowen');
  });
});

test('entries older than RETENTION_DAYS are erased, younger ones stay', async () => {
  const { referral, activityId } = await arrived();
  await press(activityId, 'referral.accept');
  await desk.clock.jump(1.9 * day);
  expect(await trail(referral.id)).toHaveLength(2);
  await desk.clock.jump(0.2 * day);
  expect(await untilTrailHas(0, referral.id)).toEqual([]);
});

test('who starts, pauses, changes and ends what comes into a channel is written down, without what it looks for', async () => {
  const say = (text: string) => desk.teams.say({ by: desk.megan, in: desk.channel }, text);
  const data = { watchId: (await store.watches.allIn(desk.channel.id))[0]?.id ?? '' };
  const pressed = async (verb: string, inputs: Record<string, string> = {}) => {
    const activityId = desk.teams.cards(desk.channel.id).at(-1)?.activityId ?? '';
    await desk.teams.press({ by: desk.megan, in: desk.channel }, activityId, verb, inputs, data);
  };
  await pressed('watch.pause', { pauseUntil: '2026-11-24' });
  await pressed('watch.resume');
  await pressed('watch.edit', { customer: 'Fabrikam' });
  await say('digest weekly on Monday at 9');
  await say('digest off');
  await say('fold on');
  await say('fold off');
  await say('watch leads');
  await pressed('watch.remove');
  await say('unwatch');
  const entries = await store.audit.page(0, 100);
  const before = (verb: string) => entries.find(({ action }) => action === verb)?.before;
  const facts = entries.map((entry) => [entry.action, entry.subject === data.watchId, entry.after]);
  const all = { conditions: '', owner: desk.megan.aadObjectId, pausedUntil: null };
  expect(facts).toEqual([
    ['watch.start', true, all],
    ['watch.pause', true, { ...all, pausedUntil: '2026-11-23T23:00:00.000Z' }],
    ['watch.resume', true, all],
    ['watch.edit', true, { ...all, conditions: 'customer' }],
    ['digest.set', false, { weekday: 1, time: '09:00' }],
    ['digest.off', false, null],
    ['folding.set', false, {}],
    ['folding.off', false, null],
    ['watch.start', false, { ...all, conditions: 'kinds' }],
    ['watch.remove', true, null],
    ['watch.remove', false, null],
  ]);
  expect([before('digest.off'), before('watch.remove')]).toEqual([
    { weekday: 1, time: '09:00' },
    { ...all, conditions: 'customer' },
  ]);
  expect(JSON.stringify(entries).toLowerCase()).not.toContain('fabrikam');
});

test('the creation of a referral is written down, and that somebody else tried to confirm it', async () => {
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  await desk.teams.say({ by: desk.megan, in: chat }, 'create referral');
  const activityId = desk.teams.cards(chat.id)[0]?.activityId ?? '';
  const inputs = { customerName: 'Fabrikam', country: 'US', contactEmail: 'jo@customer.example' };
  const asked = await desk.teams.press({ by: desk.megan, in: chat }, activityId, 'referral.create', inputs);
  const draftId = /"draftId":"([^"]+)"/.exec(JSON.stringify(asked.body))?.[1] ?? '';
  const confirm = (by: typeof desk.megan) =>
    desk.teams.press({ by, in: chat }, activityId, 'referral.create.confirm', {}, { draftId });
  await confirm(desk.isaiah);
  await confirm(desk.megan);
  const [own] = desk.sandbox.world.referrals.all();
  expect(await trail(draftId)).toMatchObject([
    { actorName: 'Isaiah Langer', action: 'referral.create', outcome: 'denied' },
    { actorName: 'Megan Bowen', action: 'referral.create', outcome: 'begun', conversationId: chat.id },
  ]);
  expect(await trail(own?.id ?? '')).toMatchObject([{ actorName: 'Megan Bowen', outcome: 'done' }]);
  expect(JSON.stringify(await store.audit.page(0, 100))).not.toContain('jo@customer.example');
});
