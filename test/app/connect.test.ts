import { readFileSync } from 'node:fs';
import { connectOrigin, startConnectDesk, type ConnectDesk } from './support/connectDesk';
import { shownTexts } from './support/shownTexts';

let current: ConnectDesk;
beforeEach(async () => {
  current = await startConnectDesk();
});
afterEach(() => current.close());

const texts = (conversationId = current.chat.id) =>
  shownTexts(current.desk.teams.cards(conversationId).at(-1)?.card).join('\n');
const ask = async (text: string) => {
  await current.say(current.desk.megan, current.chat, text);
  return texts();
};
const arrive = () => current.desk.sandbox.world.referrals.arrive()[0]?.id ?? 'none';
const ready = async () => {
  const answer = await fetch(`http://127.0.0.1:${current.desk.app.port}/readyz`);
  return { status: answer.status, body: (await answer.json()) as { account: { ready: boolean; why?: string } } };
};

test('an administrator connects an account: told in the browser and in chat, and the watch sees with it', async () => {
  const { desk, entra } = current;
  const before = arrive();
  const done = await current.connect();
  expect(done.status).toBe(200);
  expect(done.html).toContain(entra.people.isaiah.upn);
  expect(texts()).toMatch(
    /^Connected\nNew referrals are now looked for with isaiahl@.*\nIt sees 1 referral that waits/,
  );
  await current.say(desk.megan, desk.channel, 'watch');
  await desk.until('a look', () => desk.sandbox.world.journal.all().some(({ status }) => status === 200));
  const id = arrive();
  await desk.until('its card', () => JSON.stringify(desk.teams.cards(desk.channel.id)).includes(id));
  expect(JSON.stringify(desk.teams.cards(desk.channel.id))).not.toContain(before);
});

test('before the first connect the bot runs, and says everywhere what is to be done', async () => {
  const { desk } = current;
  expect(await ready()).toMatchObject({ status: 503, body: { account: { ready: false } } });
  expect((await ready()).body.account.why).toContain('not connected');
  expect(await ask('status')).toMatch(
    /Something needs attention\nNo account is connected for looking. An administrator/,
  );
  await current.say(desk.megan, desk.channel, 'watch');
  expect(texts(desk.channel.id)).toMatch(/No new referral can be seen yet.*\*\*connect\*\*/);
});

test('status names the account, who connected it and when, and that all is well', async () => {
  await current.connect();
  const { oid } = current.entra.people.isaiah;
  const reads = () =>
    current.desk.sandbox.world.journal.all().filter(({ who, status }) => who === oid && status === 200);
  await current.desk.until('a look', () => reads().length > 4);
  const status = await ask('status');
  expect(status).toMatch(/^Everything works\nWatches as\nisaiahl@.*\nConnected by\nMegan Bowen, /);
  expect((await ready()).body.account).toEqual({ ready: true });
});

test('who is no administrator is refused, and that is in the audit trail', async () => {
  const { desk } = current;
  const chat = desk.teams.places.addPersonalChat(desk.alex);
  await current.signIn(desk.alex, chat);
  const before = desk.teams.cards(chat.id).length;
  for (const command of ['connect', 'disconnect']) {
    await current.say(desk.alex, chat, command);
    expect(desk.teams.posts.texts(chat.id).at(-1)).toMatch(/Only an administrator/);
  }
  expect(desk.teams.cards(chat.id)).toHaveLength(before);
  const denied = (await current.audit()).filter(({ outcome }) => outcome === 'denied');
  expect(denied.map(({ action, actorName }) => [action, actorName])).toEqual([
    ['connect', 'Alex Wilber'],
    ['disconnect', 'Alex Wilber'],
  ]);
  expect(await (await fetch(`http://127.0.0.1:${desk.app.port}/metrics`)).text()).toMatch(
    /partner_desk_refused_total\{door="command",reason="admin"\} 2/,
  );
});

test('in a channel it says where to go, and gives no link', async () => {
  const { desk } = current;
  await current.say(desk.megan, desk.channel, 'connect');
  expect(desk.teams.posts.texts(desk.channel.id).at(-1)).toMatch(/personal chat/);
  expect(JSON.stringify(desk.teams.requests)).not.toContain('/auth/start');
});

test('an account without multi-factor authentication is refused before it is connected', async () => {
  const { desk, entra } = current;
  entra.people.isaiah.mfa = 'none';
  const browser = current.browser();
  const away = await browser.submit(await browser.open(await current.link()), 'continue');
  const back = await browser.open(await browser.signIn(away, entra.people.isaiah));
  expect(back.status).toBe(400);
  expect(back.html).toMatch(/without multi-factor authentication/);
  expect(texts()).toMatch(/^Nothing was connected\n.*multi-factor/);
  expect((await ready()).body.account.why).toContain('not connected');
  expect(desk.sandbox.world.journal.all().some(({ headers }) => headers.validatemfa === 'true')).toBe(true);
});

test('an account without a role is told so on the page, and can be connected: the role may come', async () => {
  const { entra } = current;
  const browser = current.browser();
  const away = await browser.submit(await browser.open(await current.link()), 'continue');
  const back = await browser.open(await browser.signIn(away, entra.people.diego));
  const page = await browser.open(back.location ?? '');
  expect(page.html).toMatch(/diegos@.*no role for referrals/s);
  expect((await browser.submit(page, 'cancel')).html).toMatch(/Nothing was connected/);
  expect((await ready()).body.account.why).toContain('not connected');
});

test('disconnect removes the sign-in, and the watch sees nothing any more', async () => {
  const { desk } = current;
  await current.connect();
  await current.say(desk.megan, current.chat, 'disconnect');
  expect(desk.teams.posts.texts(current.chat.id).at(-1)).toMatch(/^Disconnected: the sign-in of isaiahl@/);
  expect((await ready()).body.account.why).toContain('not connected');
  await current.say(desk.megan, current.chat, 'disconnect');
  expect(desk.teams.posts.texts(current.chat.id).at(-1)).toBe('No account is connected.');
  const { upn, oid } = current.entra.people.isaiah;
  const trail = (await current.audit()).filter(({ action }) => action.endsWith('connect'));
  expect(trail).toMatchObject([
    { action: 'connect', outcome: 'done', actorName: 'Megan Bowen', subject: oid, after: { account: upn } },
    {
      action: 'disconnect',
      outcome: 'done',
      actorName: 'Megan Bowen',
      subject: oid,
      before: { account: upn },
      after: null,
    },
  ]);
});

test('when the account ends, the watching channels hear it once, also over a restart; then what was missed is caught up', async () => {
  const { desk, entra } = current;
  await current.connect();
  await current.say(desk.megan, desk.channel, 'watch');
  entra.people.isaiah.passwordChangedAt = desk.clock.now() + 1;
  await desk.clock.jump(3_600_000);
  await desk.until('the notice', () => /New referrals cannot be seen\n.*password/.test(texts(desk.channel.id)));
  const notices = () =>
    desk.teams.cards(desk.channel.id).filter(({ card }) => JSON.stringify(card).includes('cannot be seen')).length;
  expect(texts(desk.channel.id)).toMatch(/Megan Bowen connected it on .*\n.*\*\*connect\*\* in a personal chat/);
  expect(await ask('status')).toMatch(/Something needs attention\nSince .*isaiahl@.*its password was changed.*connect/);
  expect((await ready()).body.account.why).toContain('AADSTS50173');
  const id = arrive();
  await desk.app.stop();
  await desk.start();
  await desk.clock.jump(600_000);
  await desk.until('another look', () => desk.clock.now() > 0 && notices() === 1);
  expect(JSON.stringify(desk.teams.cards(desk.channel.id))).not.toContain(id);
  await desk.clock.advance(1_000);
  await current.connect();
  await desk.until('what was missed', () => JSON.stringify(desk.teams.cards(desk.channel.id)).includes(id));
  const shown = () => desk.teams.cards(desk.channel.id).map(({ card }) => shownTexts(card)[0]);
  await desk.until('the good news', () => shown().includes('New referrals can be seen again'));
  expect(notices()).toBe(1);
});

test('it only ever reads: with an account that watches nothing but GET is sent', async () => {
  const { desk } = current;
  await current.connect();
  await current.say(desk.megan, desk.channel, 'watch');
  const id = arrive();
  await desk.until('its card', () => JSON.stringify(desk.teams.cards(desk.channel.id)).includes(id));
  const own = desk.sandbox.world.journal.all().filter(({ who }) => who === current.entra.people.isaiah.oid);
  expect(own.length).toBeGreaterThan(3);
  expect(new Set(own.map(({ method }) => method))).toEqual(new Set(['GET']));
});

test('no token, code or secret is in the log, in Teams or in the database in clear', async () => {
  const { desk, key } = current;
  const browser = current.browser();
  const away = await browser.submit(await browser.open(await current.link()), 'continue');
  const callback = await browser.signIn(away, current.entra.people.isaiah);
  const back = await browser.open(callback);
  await browser.submit(await browser.open(back.location ?? ''), 'connect');
  expect(back.location).toBe(`${connectOrigin}/auth/confirm`);
  const code = new URL(callback).searchParams.get('code') ?? '-';
  const said = JSON.stringify([desk.logged, desk.teams.requests]);
  const path = desk.databaseUrl.replace('sqlite:', '');
  const kept = [path, `${path}-wal`].map((file) => readFileSync(file, 'latin1')).join('');
  expect(kept).toContain(current.entra.people.isaiah.oid);
  expect(kept).not.toMatch(/eyJhbGciOi|RefreshToken|refresh_token/);
  expect(kept).not.toContain(code);
  for (const secret of [code, key, current.secret, browser.cookie.slice(-20) || '-']) {
    expect(said).not.toContain(secret);
  }
});
