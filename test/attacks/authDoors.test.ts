import { startConnectDesk, type ConnectDesk } from '../app/support/connectDesk';

let world: ConnectDesk;
beforeAll(async () => {
  world = await startConnectDesk();
});
afterAll(() => world.close());

const origin = () => `http://127.0.0.1:${world.desk.app.port}`;
const send = (path: string, init: RequestInit = {}) => fetch(origin() + path, { redirect: 'manual', ...init });
async function counted(): Promise<number> {
  const metrics = await (await send('/metrics')).text();
  const lines = [...metrics.matchAll(/^partner_desk_refused_total\{door="auth",reason="\w+"\} (\d+)$/gm)];
  return lines.reduce((sum, [, count]) => sum + Number(count), 0);
}
const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers,
});
const key = 'A'.repeat(43);
const script = '%3Cscript%3Ealert(1)%3C/script%3E';
const cookie = (value: string) => ({ cookie: `__Host-partner-desk-connect=${value}` });

/** What an attacker sends, and the status. */
const attacks: [what: string, path: string, init: RequestInit, status: number][] = [
  ['a made-up flow', `/auth/signin?flow=${key}`, {}, 404],
  ['no flow', '/auth/signin', {}, 404],
  ['two flows', '/auth/signin?flow=a&flow=b', {}, 404],
  ['a flow with a line break', '/auth/signin?flow=a%0d%0alocation:%20https://evil.example', {}, 404],
  ['a flow named like a method', '/auth/signin?flow=__proto__', {}, 404],
  ['a flow of great length', `/auth/signin?flow=${'a'.repeat(10_000)}`, {}, 404],
  ['a made-up code', `/auth/signin/callback?code=x&state=${key}`, {}, 404],
  ['a callback without anything', '/auth/signin/callback', {}, 404],
  ['an error with a script in it', `/auth/signin/callback?error=${script}&error_description=${script}`, {}, 404],
  ['a made-up link', `/auth/start?link=${key}`, {}, 400],
  ['a link with a script in it', `/auth/start?link=%22%3E${script}`, {}, 400],
  ['no link', '/auth/start', {}, 400],
  ['a made-up link, pressed', '/auth/start', form({ link: key }), 400],
  ['a press from another site', '/auth/start', form({ link: key }, { origin: 'https://evil.example' }), 403],
  ['a press from a site beside it', '/auth/start', form({ link: key }, { 'sec-fetch-site': 'same-site' }), 403],
  ['a press that another site made', '/auth/start', form({ link: key }, { 'sec-fetch-site': 'cross-site' }), 403],
  [
    'a press as JSON',
    '/auth/start',
    { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    415,
  ],
  ['a press as text', '/auth/start', { method: 'POST', body: `link=${key}` }, 415],
  ['a packed press', '/auth/start', form({ link: key }, { 'content-encoding': 'gzip' }), 415],
  ['a press of great length', '/auth/start', form({ link: 'x'.repeat(5_000) }), 413],
  ['a made-up state', `/auth/callback?code=x&state=${key}`, {}, 400],
  ['a made-up state with a cookie', `/auth/callback?code=x&state=${key}`, { headers: cookie(key) }, 400],
  ['a state and a script', `/auth/callback?state=${key}&error=x&error_description=${script}`, {}, 400],
  ['no state', '/auth/callback?code=x', {}, 400],
  ['nothing to confirm', '/auth/confirm', {}, 400],
  ['a made-up cookie', '/auth/confirm', { headers: cookie(key) }, 400],
  ['two cookies', '/auth/confirm', { headers: { cookie: `${cookie('a').cookie}; ${cookie(key).cookie}` } }, 400],
  ['a confirmation of nothing', '/auth/confirm', form({ form: key, answer: 'connect' }), 400],
  ['a made-up confirmation', '/auth/confirm', form({ form: key, answer: 'connect' }, cookie(key)), 400],
  ['a confirmation from another site', '/auth/confirm', form({ form: key }, { origin: 'https://evil.example' }), 403],
];

it.each(attacks)('%s is refused and counted, and leads nowhere', async (_what, path, init, status) => {
  const before = await counted();
  const answer = await send(path, init);
  const text = await answer.text();
  expect([answer.status, (await counted()) - before]).toEqual([status, 1]);
  expect([answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([null, null]);
  expect(text).not.toMatch(/<script>alert|evil\.example/);
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
});

it.each([
  '/auth/signin/%zz',
  '/auth/%2e%2e/%2e%2e/etc/passwd',
  '//evil.example/auth/start',
  '/auth/start/',
  '/AUTH/START?link=x',
])('%s is no page', async (path) => {
  expect((await send(path)).status).toBeLessThan(500);
});

it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('%s is no way in', async (method) => {
  for (const path of ['/auth/start', '/auth/callback', '/auth/confirm', '/auth/signin', '/auth/signin/callback']) {
    const { status } = await send(path, { method });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
});

it('what a person wrote as a name is no script on the page that asks', async () => {
  const { desk } = world;
  const mallory = { ...desk.megan, name: '"><img src=x onerror=alert(1)>' };
  await desk.clock.advance(2_500);
  await desk.teams.say({ by: mallory, in: world.chat }, 'connect');
  const link = /"url":"([^"]+)"/.exec(JSON.stringify(desk.teams.cards(world.chat.id).at(-1)?.card))?.[1] ?? '';
  const page = await world.browser().open(link);
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('<img');
  expect(page.html).toContain('&lt;img');
});
