import {
  connectOrigin,
  startConnectDesk,
  type Browser,
  type ConnectDesk,
  type Visit,
} from '../app/support/connectDesk';

const callback = `${connectOrigin}/auth/callback`;
const start = `${connectOrigin}/auth/start`;
const confirm = `${connectOrigin}/auth/confirm`;
const tenMinutes = 600_000;
let world: ConnectDesk;
let browser: Browser;

beforeAll(async () => {
  world = await startConnectDesk();
});
afterAll(() => world.close());
beforeEach(() => {
  browser = world.browser();
});

/** A browser that was sent to Entra. */
async function away(by: Browser = browser): Promise<Visit> {
  return by.submit(await by.open(await world.link()), 'continue');
}
/** The address that Entra sends a browser back to. */
const back = async (by: Browser = browser) => by.signIn(await away(by), world.entra.people.isaiah);
/** The page that asks whether the account is to be connected. */
async function waiting(by: Browser = browser): Promise<Visit> {
  const { location } = await by.open(await back(by));
  return by.open(location ?? '');
}
const changed = (url: string, changes: Record<string, string>) => {
  const address = new URL(url);
  for (const [name, value] of Object.entries(changes)) address.searchParams.set(name, value);
  return address.href;
};
const metric = async (reason: string) => {
  const text = await (await fetch(`http://127.0.0.1:${world.desk.app.port}/metrics`)).text();
  return Number(
    new RegExp(`partner_desk_refused_total\\{door="auth",reason="${reason}"\\} (\\d+)`).exec(text)?.[1] ?? 0,
  );
};

interface Attack {
  name: string;
  /** Gives what the attacker is answered. */
  run: () => Promise<Visit>;
  status: number;
  reason: string;
}

const attacks: Attack[] = [
  { name: 'a made up link', run: () => browser.open(`${start}?link=AAAA`), status: 400, reason: 'unknown' },
  { name: 'no link at all', run: () => browser.open(start), status: 400, reason: 'unknown' },
  { name: 'a made up link, posted', run: () => browser.post(start, { link: 'x' }), status: 400, reason: 'unknown' },
  {
    name: 'a link that was used',
    run: async () => {
      const page = await browser.open(await world.link());
      await browser.submit(page, 'continue');
      return world.browser().submit(page, 'continue');
    },
    status: 400,
    reason: 'unknown',
  },
  {
    name: 'a link that is too old',
    run: async () => {
      const page = await browser.open(await world.link());
      await world.desk.clock.jump(tenMinutes);
      return browser.submit(page, 'continue');
    },
    status: 400,
    reason: 'unknown',
  },
  {
    name: 'a forged state',
    run: async () => browser.open(changed(await back(), { state: 'forged' })),
    status: 400,
    reason: 'unknown',
  },
  {
    name: 'no state',
    run: async () => browser.open(changed(await back(), { state: '' })),
    status: 400,
    reason: 'unknown',
  },
  {
    name: 'a state that was used',
    run: async () => {
      const url = await back();
      await browser.open(url);
      return browser.open(url);
    },
    status: 400,
    reason: 'unknown',
  },
  {
    name: 'a state that is too old',
    run: async () => {
      const url = await back();
      await world.desk.clock.jump(tenMinutes);
      return browser.open(url);
    },
    status: 400,
    reason: 'unknown',
  },
  {
    name: 'a browser without the cookie',
    run: async () => world.browser().open(await back()),
    status: 400,
    reason: 'otherBrowser',
  },
  {
    name: "the victim's browser with the attacker's answer",
    run: async () => {
      const attacker = world.browser();
      const url = await back(attacker);
      await away();
      return browser.open(url);
    },
    status: 400,
    reason: 'otherBrowser',
  },
  {
    name: "the attacker's code in the victim's answer (code injection)",
    run: async () => {
      const code = new URL(await back(world.browser())).searchParams.get('code') ?? '';
      return browser.open(changed(await back(), { code }));
    },
    status: 400,
    reason: 'code',
  },
  {
    name: 'a made up code',
    run: async () => browser.open(changed(await back(), { code: '1.AXmadeup' })),
    status: 400,
    reason: 'code',
  },
  {
    name: 'an id token with another nonce',
    run: async () => {
      const { location = '' } = await away();
      return browser.open(
        await browser.signIn({ location: changed(location, { nonce: 'another' }) } as Visit, world.entra.people.isaiah),
      );
    },
    status: 400,
    reason: 'code',
  },
  {
    name: 'a code for another PKCE challenge',
    run: async () => {
      const { location = '' } = await away();
      const other = changed(location, { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' });
      return browser.open(await browser.signIn({ location: other } as Visit, world.entra.people.isaiah));
    },
    status: 400,
    reason: 'code',
  },
  {
    name: 'an account of another company',
    run: async () => browser.open(await browser.signIn(await away(), world.entra.people.stranger)),
    status: 400,
    reason: 'declined',
  },
  {
    name: 'an answer that says in HTML that the person declined',
    run: async () => {
      const state = new URL(await back()).searchParams.get('state') ?? '';
      return browser.open(
        `${callback}?state=${state}&error=access_denied&error_description=${encodeURIComponent('<script>AADSTS65004')}`,
      );
    },
    status: 400,
    reason: 'declined',
  },
  {
    name: 'a confirmation without a sign-in',
    run: () => browser.post(confirm, { answer: 'connect' }),
    status: 400,
    reason: 'unknown',
  },
  {
    name: 'a confirmation without the form of its page',
    run: async () => browser.submit(await waiting(), 'connect', { form: '' }),
    status: 400,
    reason: 'otherForm',
  },
  {
    name: "a confirmation with another page's form",
    run: async () => {
      const other = await waiting(world.browser());
      await waiting();
      return browser.submit(other, 'connect');
    },
    status: 400,
    reason: 'otherForm',
  },
  {
    name: 'a confirmation that is too late',
    run: async () => {
      const page = await waiting();
      await world.desk.clock.jump(tenMinutes);
      return browser.submit(page, 'connect');
    },
    status: 400,
    reason: 'unknown',
  },
  {
    name: 'a form that another site posts',
    run: async () => {
      const page = await waiting();
      const form = /name="form" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
      return browser.post(confirm, { form, answer: 'connect' }, { origin: 'https://evil.example' });
    },
    status: 403,
    reason: 'forged',
  },
  {
    name: 'a form that a browser says is cross-site',
    run: () => browser.post(start, { link: 'x' }, { 'sec-fetch-site': 'cross-site' }),
    status: 403,
    reason: 'forged',
  },
  {
    name: 'a form that is too large',
    run: () => browser.post(confirm, { form: 'x'.repeat(5_000) }),
    status: 413,
    reason: 'tooLarge',
  },
  {
    name: 'JSON in place of a form',
    run: () => browser.open(confirm, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    status: 415,
    reason: 'wrongType',
  },
  {
    name: 'POST where GET is meant',
    run: () => browser.post(callback, { code: 'x', state: 'y' }),
    status: 405,
    reason: 'method',
  },
  { name: 'PUT', run: () => browser.open(start, { method: 'PUT' }), status: 405, reason: 'method' },
];

test.each(attacks)('$name gets nowhere, and is counted', async ({ run, status, reason }) => {
  const before = await metric(reason);
  const answer = await run();
  expect(answer.status).toBe(status);
  expect(answer.html).not.toMatch(/<script|AADSTS\d+:|stack/);
  expect(await metric(reason)).toBe(before + 1);
  expect(JSON.stringify(await (await fetch(`http://127.0.0.1:${world.desk.app.port}/readyz`)).json())).toContain(
    'not connected',
  );
});

test('nothing leads to a host that is not configured, whatever the address asks for', async () => {
  const evil = '&redirect_uri=https://evil.example&next=https://evil.example&return=//evil.example';
  const page = await browser.open((await world.link()) + evil);
  const { location = '' } = await browser.submit(page, 'continue');
  expect(new URL(location).origin).toBe(world.entra.authorityHost);
  expect(new URL(location).searchParams.get('redirect_uri')).toBe(callback);
  const arrived = await browser.open((await browser.signIn({ location } as Visit, world.entra.people.isaiah)) + evil);
  expect(arrived.location).toBe(confirm);
});

test('each sign-in has its own state, nonce and S256 challenge, and the secrets stay here', async () => {
  const [one, other] = [await away(), await away(world.browser())].map(
    ({ location = '' }) => new URL(location).searchParams,
  );
  for (const name of ['state', 'nonce', 'code_challenge']) expect(one?.get(name)).not.toBe(other?.get(name));
  expect(one?.get('code_challenge_method')).toBe('S256');
  expect(one?.get('code_verifier')).toBeNull();
  expect(one?.toString()).not.toContain(browser.cookie.split('=')[1] ?? '-');
});

test('every page is kept by nobody, framed by nobody, and runs nothing; the cookie is for this host alone', async () => {
  const page = await waiting();
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*script-src 'none'.*frame-ancestors 'none'/,
  );
  const set = (await browser.submit(await browser.open(await world.link()), 'continue')).headers.get('set-cookie');
  expect(set).toMatch(/^__Host-.*; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/);
});

test('looking at a link, as scanners do, does not use it up', async () => {
  const link = await world.link();
  for (let i = 0; i < 3; i++) expect((await world.browser().open(link)).status).toBe(200);
  expect((await browser.submit(await browser.open(link), 'continue')).location).toContain('/oauth2/v2.0/authorize');
});

test('asking for the confirmation page with the answer in the address connects nothing', async () => {
  await waiting();
  await browser.open(`${confirm}?answer=connect`);
  expect(JSON.stringify(await (await fetch(`http://127.0.0.1:${world.desk.app.port}/readyz`)).json())).toContain(
    'not connected',
  );
});
