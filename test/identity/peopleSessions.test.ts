import { decodeJwt } from 'jose';
import type { AppRegistration } from '../../src/config/registrations';
import { createAppCredential } from '../../src/identity/appCredential';
import type { Assertion } from '../../src/identity/assertion';
import { onBehalfOf } from '../../src/identity/exchange';
import { PeopleSessions, type SignInWay } from '../../src/identity/peopleSessions';
import { PartnerCenterError } from '../../src/partnerCenter/partnerCenterError';
import type { Audience } from '../../src/partnerCenter/tokenSource';
import { createUser, homeTenant, type EntraApp, type EntraUser } from '../support/entra/directory';
import { startEntra, type Entra } from '../support/entra/startEntra';
import { TestClock } from '../support/testClock';

const clock = new TestClock();
const proof = { kind: 'secret', secret: 'right' } as const;
const audiences: readonly Audience[] = ['referrals', 'partner-center'];
let entra: Entra;
let app: EntraApp;
let sessions: PeopleSessions;

beforeAll(async () => {
  entra = await startEntra({ now: () => clock.now() });
  app = entra.state.addApp({ name: 'Partner Desk', secrets: ['right'] });
});
afterAll(() => entra.close());
beforeEach(() => {
  const { clientId } = app;
  const registration: AppRegistration = { clientId, tenantId: homeTenant, authorityHost: entra.authorityHost, proof };
  sessions = new PeopleSessions({ exchange: onBehalfOf(registration, createAppCredential(proof), clock), clock });
  entra.state.calls.length = 0;
  entra.state.people.megan.mfa = 'enrolled';
});

async function signIn(user: EntraUser = entra.people.megan, way: SignInWay = 'silent', mfa = true): Promise<boolean> {
  const token = await entra.ssoToken(user, app, { mfa });
  const expiresAt = clock.now() + 3_600_000;
  const assertion: Assertion = { token, personId: user.oid, expiresAt, email: user.upn, groups: [] };
  return sessions.accept(assertion, way);
}
const tokenOf = (user: EntraUser, audience: Audience = 'referrals') => sessions.tokens(user.oid).getToken(audience);
const exchanges = () => entra.calls({ grant: 'on_behalf_of' });

it('fifty people at once, each over both APIs, get their own tokens and nobody else’s', async () => {
  const people = Array.from({ length: 50 }, (_, n) => createUser({ name: `Person ${n}` }));
  entra.state.users.push(...people);
  await Promise.all(people.map((user) => signIn(user)));
  const asked = people.flatMap((user) => audiences.flatMap((audience) => [1, 2, 3].map(() => ({ user, audience }))));
  const shuffled = asked
    .map((one, n) => ({ one, place: (n * 7919) % asked.length }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
  const got = await Promise.all(
    shuffled.map(async ({ user, audience }) => ({ user, audience, token: await tokenOf(user, audience) })),
  );
  const resources = {
    referrals: 'https://api.partner.microsoft.com',
    'partner-center': 'https://api.partnercenter.microsoft.com',
  };
  for (const { user, audience, token } of got) {
    expect(decodeJwt(token)).toMatchObject({ oid: user.oid, aud: resources[audience] });
  }
  expect(new Set(got.map(({ token }) => token)).size).toBe(100);
  // Whoever asked while an exchange was under way waited for it.
  expect(exchanges()).toHaveLength(100);
  for (const user of people.slice(0, 25)) sessions.end(user.oid);
  await expect(tokenOf(people[3] ?? entra.people.megan)).rejects.toMatchObject({ why: 'noToken' });
  expect(decodeJwt(await tokenOf(people[30] ?? entra.people.megan)).oid).toBe(people[30]?.oid);
});

it('a token is kept until shortly before its end', async () => {
  entra.state.lifetimes.accessToken = 600;
  await signIn();
  const first = await tokenOf(entra.people.megan);
  await clock.jump(500_000);
  expect(await tokenOf(entra.people.megan)).toBe(first);
  await clock.jump(60_000);
  expect(await tokenOf(entra.people.megan)).not.toBe(first);
  entra.state.lifetimes.accessToken = 3600;
});

it('with the assertion ends everything that came of it', async () => {
  entra.state.lifetimes.accessToken = 7200;
  await signIn();
  await tokenOf(entra.people.megan);
  await clock.jump(3_600_000);
  await expect(tokenOf(entra.people.megan)).rejects.toMatchObject({ why: 'expired', isSilent: true });
  await expect(tokenOf(entra.people.megan)).rejects.toMatchObject({ why: 'noToken' });
  expect(sessions.email(entra.people.megan.oid)).toBeUndefined();
  entra.state.lifetimes.accessToken = 3600;
});

it('a new assertion has tokens of its own, an old one changes nothing', async () => {
  await signIn();
  const first = await tokenOf(entra.people.megan);
  await signIn();
  expect(await tokenOf(entra.people.megan)).not.toBe(first);
});

it('a sign-in in a browser is not given up for one by itself', async () => {
  expect(await signIn(entra.people.megan, 'interactive')).toBe(true);
  const token = await tokenOf(entra.people.megan);
  expect(await signIn()).toBe(false);
  expect(await tokenOf(entra.people.megan)).toBe(token);
});

it('an exchange that failed is tried again, because consent may have been given', async () => {
  await signIn();
  const fault = entra.state.faults.add({ grant: 'on_behalf_of', code: 65001, times: 1 });
  await expect(tokenOf(entra.people.megan)).rejects.toMatchObject({ why: 'consent', tried: false, isSilent: false });
  expect(await tokenOf(entra.people.megan)).toBeTruthy();
  fault.end();
});

const refusal = (kind: 'mfaRequired' | 'unauthenticated' | 'forbidden') =>
  new PartnerCenterError('refused', { kind, call: 'GET /x', status: 401 });

describe('a token that Partner Center refuses', () => {
  it('leads to a sign-in in a browser, and is not sent again', async () => {
    await signIn();
    const tokens = sessions.tokens(entra.people.megan.oid);
    const token = await tokens.getToken('referrals');
    const needed = tokens.refused?.(token, refusal('mfaRequired'));
    expect(needed).toMatchObject({ why: 'mfa', tried: false, isExchange: false });
    await expect(tokens.getToken('referrals')).rejects.toMatchObject({ why: 'mfa', isSilent: false });
    await signIn(entra.people.megan, 'interactive');
    expect(await tokens.getToken('referrals')).not.toBe(token);
  });

  it('after a sign-in in a browser leads to no other one for ten minutes', async () => {
    await signIn(entra.people.megan, 'interactive');
    const tokens = sessions.tokens(entra.people.megan.oid);
    const needed = tokens.refused?.(await tokens.getToken('referrals'), refusal('unauthenticated'));
    expect(needed).toMatchObject({ why: 'refused', tried: true });
    await clock.jump(10 * 60_000);
    await expect(tokens.getToken('referrals')).rejects.toMatchObject({ why: 'refused', tried: false });
  });

  it('is none where the role is what is lacking, or somebody signed in meanwhile', async () => {
    await signIn();
    const tokens = sessions.tokens(entra.people.megan.oid);
    const token = await tokens.getToken('referrals');
    const forbidden = refusal('forbidden');
    expect(tokens.refused?.(token, forbidden)).toBe(forbidden);
    const old = refusal('unauthenticated');
    expect(tokens.refused?.('of another sign-in', old)).toBe(old);
    expect(await tokens.getToken('referrals')).toBe(token);
  });
});

it('no more than two thousand people are kept, whoever was silent longest goes first', async () => {
  await signIn();
  const { token, ...megan } = { token: 'x', personId: entra.people.megan.oid };
  for (let n = 0; n < 2000; n++) {
    const other = { token: `${token}${n}`, personId: `person-${n}`, expiresAt: clock.now() + 3_600_000 };
    sessions.accept({ ...other, email: undefined, groups: [] }, 'silent');
  }
  await expect(sessions.tokens(megan.personId).getToken('referrals')).rejects.toMatchObject({ why: 'noToken' });
});
