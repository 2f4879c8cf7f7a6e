import { randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { EntraApp, EntraUser } from '../support/entra/directory';
import type { EntraCode } from '../support/entra/entraError';
import { startEntra, type Entra } from '../support/entra/startEntra';
import { onEachEngine } from '../support/onEngine';
import { aConversation, aWatch } from '../storage/behaviour/samples';
import { accountBench, PassingClock, redirectUri } from './support/accountBench';

const hour = 3_600_000;
let entra: Entra;
let app: EntraApp;
let clock: PassingClock;
let user: EntraUser;

beforeAll(async () => {
  entra = await startEntra({ now: () => clock.now() });
});
afterAll(() => entra.close());
beforeEach(() => {
  clock = new PassingClock();
  app = entra.state.addApp({ name: 'Partner Desk', secrets: ['right'], redirectUris: [redirectUri] });
  user = {
    ...entra.people.lidia,
    oid: `lidia-${randomBytes(4).toString('hex')}`,
    upn: `${randomBytes(4).toString('hex')}@x.example`,
  };
  entra.state.users.push(user);
  entra.state.calls.length = 0;
  entra.state.grants.refreshOnce = true;
});

const refreshes = () => entra.calls({ grant: 'refresh_token' }).filter((call) => call.clientId === app.clientId);

onEachEngine(({ newDatabase, open, query }) => {
  /** Two processes on one database. */
  async function twoProcesses() {
    const url = await newDatabase();
    const keys = [randomBytes(32)];
    const stores = [await open(url), await open(url)] as const;
    const of = (store: (typeof stores)[number]) => accountBench({ entra, app, clock, keys, store });
    return { url, keys, stores, one: of(stores[0]), other: of(stores[1]) };
  }

  test('an account that was connected gives tokens for each audience, and keeps nothing in clear', async () => {
    const { url, one } = await twoProcesses();
    await one.connect(user);
    const referrals = decodeJwt(await one.tokens.getToken('referrals'));
    expect(referrals).toMatchObject({ aud: 'https://api.partner.microsoft.com', oid: user.oid });
    const csp = await one.tokens.getToken('partner-center');
    expect(decodeJwt(csp)).toMatchObject({ aud: 'https://api.partnercenter.microsoft.com', oid: user.oid });
    const kept = JSON.stringify(await query(url, 'select * from secrets'));
    for (const secret of [csp, csp.slice(-40), 'refresh', 'RefreshToken']) expect(kept).not.toContain(secret);
  });

  test('one request at Entra serves everybody who asks at the same moment, in every process', async () => {
    const { one, other } = await twoProcesses();
    await one.connect(user);
    const asking = Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).tokens.getToken('referrals'));
    const asked = await clock.together(asking);
    expect(asked).toEqual(asked.map(() => ({ status: 'fulfilled', value: expect.any(String) })));
    expect(new Set(asked.map((each) => each.status === 'fulfilled' && each.value)).size).toBe(1);
    expect(refreshes()).toHaveLength(1);
  });

  test('over a day of refreshes by two processes no refresh token is lost, though each is good once', async () => {
    const { one, other } = await twoProcesses();
    await one.connect(user);
    for (let i = 0; i < 24; i++) {
      const asked = await clock.together([one, other].map(({ tokens }) => tokens.getToken('referrals')));
      expect(asked).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
      await clock.advance(hour);
    }
    expect(refreshes().every((call) => call.code === undefined)).toBe(true);
    expect(refreshes()).toHaveLength(24);
    expect((await one.watching.state()).kind).toBe('working');
  });

  test('a token is replaced some minutes before its end, and serves until then', async () => {
    const { one } = await twoProcesses();
    await one.connect(user);
    const first = await one.tokens.getToken('referrals');
    await clock.advance(hour - 10 * 60_000);
    expect(await one.tokens.getToken('referrals')).toBe(first);
    await clock.advance(4 * 60_000);
    expect(await one.tokens.getToken('referrals')).not.toBe(first);
  });

  test('what another process got is used by one that starts later', async () => {
    const { url, keys, one } = await twoProcesses();
    await one.connect(user);
    const token = await one.tokens.getToken('referrals');
    const late = accountBench({ entra, app, clock, keys, store: await open(url) });
    expect(await late.tokens.getToken('referrals')).toBe(token);
    expect(refreshes()).toHaveLength(1);
  });

  test('a process that died while it held the account stops nobody for long', async () => {
    const { stores, one } = await twoProcesses();
    await one.connect(user);
    await stores[0].secrets.lock('service account', 'the dead', clock.now(), clock.now() + 45_000);
    await expect(one.tokens.getToken('referrals')).rejects.toMatchObject({ kind: 'unavailable' });
    await clock.advance(45_000);
    expect(await one.tokens.getToken('referrals')).toBeTruthy();
  });

  test('an account that was disconnected or replaced in one process is so in the other, though it holds a token', async () => {
    const { one, other } = await twoProcesses();
    await one.connect(user);
    const first = await other.tokens.getToken('referrals');
    await one.connect(user);
    expect(await other.tokens.getToken('referrals')).not.toBe(first);
    await one.watching.disconnect({ id: 'admin', name: 'Åsa', conversationId: 'c', referenceId: 'PD-1' });
    await expect(other.tokens.getToken('referrals')).rejects.toMatchObject({ fault: 'notConnected' });
    expect(await other.watching.state()).toEqual({ kind: 'notConnected' });
  });

  const ends: [string, EntraCode | 'password' | 'disabled' | 'idle', string, string][] = [
    ['the password was changed', 'password', 'password', 'AADSTS50173'],
    ['the account was disabled', 'disabled', 'revoked', 'AADSTS50057'],
    ['nobody used it for 90 days', 'idle', 'idle', 'AADSTS700082'],
    ['multi-factor authentication is wanted', 50076, 'mfa', 'AADSTS50076'],
    ['conditional access blocks it', 53003, 'mfa', 'AADSTS53003'],
    ['the consent was withdrawn', 65001, 'consent', 'AADSTS65001'],
  ];
  test.each(ends)('when %s the account has ended: noted once, by whoever notices', async (_why, how, end, code) => {
    const { stores, one, other } = await twoProcesses();
    await stores[0].conversations.save(aConversation('c'));
    await stores[0].watches.start(aWatch('w', 'c'));
    await one.connect(user);
    await one.tokens.getToken('referrals');
    await clock.advance(how === 'idle' ? 91 * 24 * hour : 2 * hour);
    if (how === 'password') user.passwordChangedAt = clock.now();
    if (how === 'disabled') user.disabled = true;
    const fault = typeof how === 'number' ? entra.state.faults.add({ code: how, grant: 'refresh_token' }) : undefined;
    const asked = await clock.together([one, other, one].map(({ tokens }) => tokens.getToken('referrals')));
    fault?.end();
    expect(asked.map((each) => (each.status === 'rejected' ? each.reason : each))).toEqual(
      [1, 2, 3].map(() => expect.objectContaining({ fault: 'ended', kind: 'unauthenticated' })),
    );
    expect(await one.watching.state()).toMatchObject({
      kind: 'ended',
      account: { endedWhy: end, endedCode: code, endedAt: clock.now(), connectedByName: 'Åsa Öberg' },
    });
    expect(one.endedCount() + other.endedCount()).toBe(1);
    expect(await stores[0].notices.claim(clock.now(), clock.now() + 1)).toMatchObject({ conversationId: 'c' });
    expect(await stores[0].notices.claim(clock.now(), clock.now() + 1)).toBeUndefined();
    // Entra is not asked again for what is known to have ended.
    const calls = refreshes().length;
    await expect(one.tokens.getToken('referrals')).rejects.toMatchObject({ fault: 'ended' });
    expect(refreshes()).toHaveLength(calls);
  });

  test('Partner Center refuses a token that has no multi-factor authentication: the account has ended', async () => {
    const { one } = await twoProcesses();
    await one.connect(user);
    const token = await one.tokens.getToken('referrals');
    const refusal = { kind: 'mfaRequired', facts: { code: '900421' } } as never;
    expect(one.tokens.refused?.(token, refusal)).toMatchObject({ fault: 'ended', end: 'mfa' });
    while ((await one.watching.state()).kind !== 'ended') await clock.sleep();
    expect(await one.watching.state()).toMatchObject({ kind: 'ended', account: { endedCode: '900421' } });
  });

  const passing: [string, object][] = [
    ['too many requests', { status: 429, retryAfterSeconds: 30, body: '{"error":"throttled"}' }],
    ['an outage', { status: 503, body: 'Service Unavailable' }],
    ['an outage that says it in JSON', { code: 90033 }],
    ['a page in place of an answer', { status: 200, body: '<html>' }],
    ['half an answer', { status: 200, body: '{}' }],
  ];
  test.each(passing)(
    '%s is not the end: the old token serves as long as it lasts, and then all is well again',
    async (_what, fault) => {
      const { one } = await twoProcesses();
      await one.connect(user);
      const first = await one.tokens.getToken('referrals');
      await clock.advance(hour - 60_000);
      const active = entra.state.faults.add({ ...fault, grant: 'refresh_token' });
      expect(await one.tokens.getToken('referrals')).toBe(first);
      await clock.advance(2 * 60_000);
      await expect(one.tokens.getToken('referrals')).rejects.toMatchObject({ fault: 'passing', kind: 'unavailable' });
      expect(await one.watching.state()).toMatchObject({ kind: 'working', trouble: { fault: 'passing' } });
      active.end();
      expect(await one.tokens.getToken('referrals')).not.toBe(first);
      expect(await one.watching.state()).toMatchObject({ kind: 'working', trouble: undefined });
      expect(one.endedCount()).toBe(0);
    },
  );

  test("the app's expired secret is said, and is not the account's end: with a new one all is well again", async () => {
    const { one } = await twoProcesses();
    await one.connect(user);
    app.secrets = ['another'];
    await expect(one.tokens.getToken('referrals')).rejects.toMatchObject({ fault: 'app' });
    expect(await one.watching.state()).toMatchObject({
      kind: 'working',
      trouble: { fault: 'app', facts: { code: 'AADSTS7000215' } },
    });
    app.secrets = ['right'];
    expect(await one.tokens.getToken('referrals')).toBeTruthy();
    expect(one.endedCount()).toBe(0);
  });

  test('a key that was changed without keeping the old one is said, and nothing is overwritten', async () => {
    const { url, keys, one } = await twoProcesses();
    await one.connect(user);
    await one.tokens.getToken('referrals');
    const before = await query(url, 'select version, sealed from secrets');
    const wrong = accountBench({ entra, app, clock, store: await open(url) });
    await clock.advance(2 * hour);
    await expect(wrong.tokens.getToken('referrals')).rejects.toMatchObject({ fault: 'unreadable' });
    expect(await wrong.watching.state()).toMatchObject({ kind: 'unreadable', problem: 'otherKey' });
    const none = accountBench({ entra, app, clock, keys: [], store: await open(url) });
    expect(await none.watching.state()).toMatchObject({ kind: 'unreadable', problem: 'noKey' });
    expect(await query(url, 'select version, sealed from secrets')).toEqual(before);
    const right = accountBench({ entra, app, clock, keys, store: await open(url) });
    expect(await right.tokens.getToken('referrals')).toBeTruthy();
  });

  test('a new key in front of the old one: the sign-in is encrypted anew when it is touched, and the old one can go', async () => {
    const { url, keys, one } = await twoProcesses();
    await one.connect(user);
    const next = randomBytes(32);
    const rotating = accountBench({ entra, app, clock, keys: [next, ...keys], store: await open(url) });
    expect((await rotating.watching.state()).kind).toBe('working');
    const after = accountBench({ entra, app, clock, keys: [next], store: await open(url) });
    expect(await after.tokens.getToken('referrals')).toBeTruthy();
  });
});
