import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardActions } from '../../src/cardActions';
import { commands } from '../../src/commands';
import { createLog } from '../../src/lib/log';
import { searchCommands } from '../../src/messageExtension';
import { openStore } from '../../src/storage/openStore';
import { startDesk, type TestDesk } from '../support/desk';
import type { BotAnswer, TeamsUser } from '../support/fakeTeams';

const folder = mkdtempSync(join(tmpdir(), 'partner-desk-permission-'));
let desk: TestDesk;
let databases = 0;
let databaseUrl: string;

async function start(env: Record<string, string> = {}) {
  databaseUrl = `sqlite:${join(folder, `${++databases}.db`)}`;
  desk = await startDesk({ env: { DATABASE_URL: databaseUrl, ...env } });
}
afterEach(() => desk.close());
afterAll(() => rmSync(folder, { recursive: true }));

const tenantElsewhere = '11111111-2222-4333-8444-555555555555';
const outsider = (facts: Partial<TeamsUser>) =>
  desk.teams.places.addPerson('Grace Guest', { aadObjectId: desk.megan.aadObjectId, ...facts });
const outsiders: [string, Partial<TeamsUser>][] = [
  ['a guest', { userRole: 'guest' }],
  ['somebody of another tenant', { tenantId: tenantElsewhere }],
  ['a guest by name', { email: 'grace_elsewhere.example#EXT#@contoso.example' }],
];
const lastSaid = () => JSON.stringify(desk.teams.posts.cards(desk.channel.id).at(-1) ?? lastText());
const lastText = () => desk.teams.requests.findLast(({ method, body }) => method === 'POST' && hasText(body))?.body;
const hasText = (body: unknown) => typeof (body as { text?: unknown } | undefined)?.text === 'string';
const said = () => String((lastText() as { text?: string } | undefined)?.text);
const text = (answer: BotAnswer) => String(answer.body?.value);
const asked = (who: TeamsUser) => desk.sandbox.world.requests().filter((request) => request.who === who.aadObjectId);

async function denials() {
  const store = await openStore({ databaseUrl, log: createLog('silent'), clock: desk.clock });
  const entries = await store.audit.page(0, 1000);
  await store.close();
  return entries.filter(({ outcome }) => outcome === 'denied');
}
const counted = async (labels: string) => {
  const metrics = await (await fetch(`http://127.0.0.1:${desk.app.port}/metrics`)).text();
  return Number(new RegExp(`^partner_desk_refused_total\\{${labels}\\} (\\d+)$`, 'm').exec(metrics)?.[1] ?? 0);
};

/** Says it a second after the last, as Teams' limits demand. */
async function say(where: Parameters<TestDesk['teams']['say']>[0], what: string) {
  await desk.clock.advance(1_000);
  await desk.teams.say(where, what);
}

describe.each(outsiders)('%s', (_who, facts) => {
  it('sees nothing and may press nothing, whatever the command and the button', async () => {
    await start();
    const grace = outsider(facts);
    const where = { by: grace, in: desk.channel };
    for (const { example } of commands) {
      await say(where, example);
      expect(said()).toMatch(/^Only people of this company may do that here/);
    }
    const data = { referralId: 'r', customerId: 'c', invoiceId: 'i', text: 'customers', list: 'referrals' };
    for (const { verb } of cardActions) {
      const answer = await desk.teams.press(where, '1', verb, {}, data);
      expect([verb, answer.body?.type]).toEqual([verb, 'application/vnd.microsoft.activity.message']);
      expect(text(answer)).toMatch(/^Only people of this company may do that here.*\(Reference PD-/);
    }
    for (const { id } of searchCommands) {
      const answer = await desk.teams.search(where, id, 'con');
      expect(JSON.stringify(answer.body)).toMatch(/Only people of this company may do that here/);
    }
    expect(asked(grace)).toEqual([]);
    const written = await denials();
    expect(written.map(({ action }) => action)).toEqual([
      ...commands.map(({ name }) => name),
      ...cardActions.map(({ verb }) => verb),
      ...searchCommands.map(({ id }) => id),
    ]);
    expect(written[0]).toMatchObject({ actorId: grace.aadObjectId, actorName: 'Grace Guest' });
    const reason = facts.tenantId ? 'external' : 'guest';
    expect(written.map(({ after }) => after)).toEqual(written.map(() => ({ reason })));
    expect(await counted(`door="press",reason="${reason}"`)).toBe(cardActions.length);
    expect(await counted(`door="command",reason="${reason}"`)).toBe(commands.length);
  });
});

it('an unclear text of a guest is not answered with what could be asked', async () => {
  await start();
  await desk.teams.say({ by: outsider({ userRole: 'guest' }), in: desk.channel }, 'what about the thingamajig');
  expect(said()).toMatch(/^Only people of this company/);
});

it('a search in a chat without the bot, whose members Teams does not tell, is made with the own token', async () => {
  await start({ BOT_ID: '', GUESTS: 'off' });
  desk.teams.fault({ method: 'GET', path: /members/, status: 403 });
  const elsewhere = desk.teams.places.addGroupChat('Without the bot');
  await desk.teams.search({ by: desk.megan, in: elsewhere }, 'searchReferrals', 'con');
  expect(asked(desk.megan)).not.toEqual([]);
});

it('a guest may read where GUESTS says so, and still not decide', async () => {
  await start({ GUESTS: 'read' });
  const where = { by: outsider({ userRole: 'guest' }), in: desk.channel };
  await desk.teams.say(where, 'referrals');
  expect(asked(where.by)).not.toEqual([]);
  const answer = await desk.teams.press(where, '1', 'referral.accept', {}, { referralId: 'r' });
  expect(text(answer)).toMatch(/guest/);
});

it('where Teams does not tell its members, a bot whose requests are not checked takes everybody for one', async () => {
  await start();
  desk.teams.fault({ method: 'GET', path: /members/, status: 404 });
  await desk.teams.say({ by: desk.megan, in: desk.channel }, 'referrals');
  expect(asked(desk.megan)).not.toEqual([]);
});

it('every verb that changes a referral needs the right to decide', () => {
  // Reminders are put off here, not in Partner Center.
  const readOnly = ['referral.show', 'referral.refresh', 'referral.snooze'];
  const changing = cardActions.filter(({ verb }) => verb.startsWith('referral.') && !readOnly.includes(verb));
  expect(changing.length).toBeGreaterThan(6);
  expect(changing.filter(({ right }) => right !== 'decide').map(({ verb }) => verb)).toEqual([]);
});

it('every file that makes a turn of an activity asks the gate before it does anything with it', () => {
  const source = join(__dirname, '../../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = files.map((name) => [name, readFileSync(join(source, name), 'utf8')] as const);
  const makers = texts.filter(([name, code]) => /create(Passing)?Turn\b/.test(code) && name !== join('bot', 'turn.ts'));
  expect(makers.length).toBeGreaterThan(1);
  expect(
    makers.filter(([, code]) => !/gate\.(refusal|allows)\(|refusalOfPress\(/.test(code)).map(([name]) => name),
  ).toEqual([]);
});

describe('where ALLOWED_CHANNELS names channels', () => {
  it('elsewhere every command and press says where to ask, watch included, and help works', async () => {
    await start({ ALLOWED_CHANNELS: '19:0005channel@thread.tacv2' });
    expect(desk.channel.id).toBe('19:0005channel@thread.tacv2');
    await desk.teams.install({ by: desk.megan, in: desk.channel });
    const group = desk.teams.places.addGroupChat('Lunch');
    const where = { by: desk.megan, in: group };
    for (const { example, right } of commands) {
      if (right === 'nothing') continue;
      await say(where, example);
      expect(said()).toMatch(
        /^Data of Partner Center may not be shown here\. Ask me in a personal chat or in \*\*Referrals\*\*/,
      );
    }
    const answer = await desk.teams.press(where, '1', 'watch.start', {}, {});
    expect(text(answer)).toContain('may not be shown here');
    expect(asked(desk.megan)).toEqual([]);
    await say(where, 'help');
    expect(JSON.stringify(desk.teams.cards(group.id).at(-1)?.card)).toContain('subscriptions for');
    await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
    expect(lastSaid()).toContain('older');
  });

  it('nothing more is posted where a watch ran before', async () => {
    await start();
    await desk.teams.say({ by: desk.megan, in: desk.channel }, 'watch');
    await desk.close();
    desk = await startDesk({ env: { DATABASE_URL: databaseUrl, ALLOWED_CHANNELS: '19:elsewhere@thread.tacv2' } });
    // Where this Teams listens is learnt from what it sends.
    await desk.teams.say({ by: desk.megan, in: desk.channel }, 'help');
    const [referral] = desk.sandbox.world.referrals.arrive({});
    await desk.clock.advance(5_000);
    await desk.until('time has passed', () => desk.clock.now() > Date.parse('2026-11-21T09:00:10Z'));
    expect(JSON.stringify(desk.teams.requests)).not.toContain(referral?.id);
    expect(desk.teams.cards(desk.channel.id)).toHaveLength(1);
  });
});

it('somebody who is not named as a decider is denied, told so alone, and written down', async () => {
  await start({ DECIDER_IDS: '5F2B8A1C-7D34-4E0B-9A61-3C8E5D7F1025' });
  const [referral] = desk.sandbox.world.referrals.arrive({});
  const data = { referralId: referral?.id };
  const posts = desk.teams.requests.length;
  const answer = await desk.teams.press({ by: desk.megan, in: desk.channel }, '1', 'referral.accept', {}, data);
  expect(text(answer)).toMatch(/Only the people that your administrator has named.*\(Reference PD-/);
  expect(desk.teams.requests.slice(posts).filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(await denials()).toMatchObject([
    { actorName: 'Megan Bowen', action: 'referral.accept', subject: referral?.id, after: { reason: 'decider' } },
  ]);
});
