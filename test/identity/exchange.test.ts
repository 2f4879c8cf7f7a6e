import { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import type { AppRegistration } from '../../src/config/registrations';
import { createAppCredential, msalAuth } from '../../src/identity/appCredential';
import { onBehalfOf, type Exchange } from '../../src/identity/exchange';
import { msalNetwork } from '../../src/identity/msalNetwork';
import { SignInFault } from '../../src/identity/signInFault';
import { SignInNeeded } from '../../src/partnerCenter/signInNeeded';
import type { EntraCode } from '../support/entra/entraError';
import { homeTenant, type EntraApp } from '../support/entra/directory';
import { startEntra, type Entra } from '../support/entra/startEntra';
import { TestClock } from '../support/testClock';

const clock = new TestClock();
const proof = { kind: 'secret', secret: 'right' } as const;
let entra: Entra;
let app: EntraApp;
let exchange: Exchange;

beforeAll(async () => {
  entra = await startEntra({ now: () => clock.now() });
  app = entra.state.addApp({ name: 'Partner Desk', secrets: ['right'] });
  const { clientId } = app;
  const registration: AppRegistration = { clientId, tenantId: homeTenant, authorityHost: entra.authorityHost, proof };
  exchange = onBehalfOf(registration, createAppCredential(proof), clock);
});
afterAll(() => entra.close());
const megan = (mfa = true) => entra.ssoToken(entra.people.megan, app, { mfa });

it('a token is for the person, for one API, and ends by our clock', async () => {
  for (const [audience, aud] of [
    ['referrals', 'https://api.partner.microsoft.com'],
    ['partner-center', 'https://api.partnercenter.microsoft.com'],
  ] as const) {
    const { token, expiresAt } = await exchange(await megan(), audience);
    expect(decodeJwt(token)).toMatchObject({ aud, oid: entra.people.megan.oid, scp: 'user_impersonation' });
    expect(Math.abs(expiresAt - clock.now() - 3_600_000)).toBeLessThan(30_000);
  }
});

it.each<[EntraCode, string]>([
  [65001, 'consent'],
  [65004, 'consent'],
  [50076, 'mfa'],
  [50079, 'mfa'],
  [500133, 'expired'],
  [50013, 'expired'],
  [50173, 'refused'],
  [70008, 'refused'],
  [700082, 'refused'],
])('AADSTS%i is solved by signing in: %s', async (code, why) => {
  const fault = entra.state.faults.add({ grant: 'on_behalf_of', code });
  await expect(exchange(await megan(), 'referrals')).rejects.toMatchObject({ name: 'SignInNeeded', why, tried: false });
  fault.end();
});

it.each<[EntraCode, string]>([
  [50057, 'blocked'],
  [50034, 'blocked'],
  [50020, 'blocked'],
  [53003, 'blocked'],
  [7000215, 'setup'],
  [700016, 'setup'],
  [700027, 'setup'],
  [500011, 'setup'],
  [7000112, 'setup'],
  [90002, 'setup'],
  [90033, 'unavailable'],
])('AADSTS%i is solved by no sign-in: %s', async (code, why) => {
  const fault = entra.state.faults.add({ grant: 'on_behalf_of', code });
  const error: unknown = await exchange(await megan(), 'referrals').catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(SignInFault);
  expect(error).toMatchObject({ why, facts: { code: `AADSTS${code}` } });
  fault.end();
});

it('a claims challenge is passed on as it is', async () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  entra.state.policies.challenges.set('https://api.partner.microsoft.com', claims);
  const error: unknown = await exchange(await megan(), 'referrals').catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(SignInNeeded);
  expect(error).toMatchObject({ why: 'claims', claims });
  entra.state.policies.challenges.clear();
});

it.each([
  ['half an answer', { body: '{"access_token":' }],
  ['a page', { status: 500, body: '<html>' }],
  ['nothing', { body: '{}' }],
])('%s of Entra is a fault that passes', async (_what, answer) => {
  const fault = entra.state.faults.add({ grant: 'on_behalf_of', ...answer });
  await expect(exchange(await megan(), 'referrals')).rejects.toMatchObject({ why: 'unavailable' });
  fault.end();
});

it('neither the secret nor the assertion goes where a redirect points', async () => {
  const fault = entra.state.faults.add({
    grant: 'on_behalf_of',
    status: 307,
    headers: { location: `${entra.authorityHost}/elsewhere` },
  });
  entra.state.calls.length = 0;
  await expect(exchange(await megan(), 'referrals')).rejects.toBeInstanceOf(SignInFault);
  expect(entra.calls({ path: '/elsewhere' })).toEqual([]);
  fault.end();
});

it('neither the secret nor the assertion goes where the metadata name another token endpoint', async () => {
  const elsewhere = await startEntra({ now: () => clock.now() });
  const own = await fetch(`${entra.authorityHost}/${homeTenant}/v2.0/.well-known/openid-configuration`);
  const body = (await own.text()).replace(
    /"token_endpoint":"https:\/\/[^/]+/,
    `"token_endpoint":"${elsewhere.authorityHost}`,
  );
  expect(body).toContain(elsewhere.authorityHost);
  const fault = entra.state.faults.add({ path: 'openid-configuration', body });
  const { clientId, tid: tenantId } = app;
  const registration: AppRegistration = { clientId, tenantId, authorityHost: entra.authorityHost, proof };
  const credential = createAppCredential(proof);
  await expect(onBehalfOf(registration, credential, clock)(await megan(), 'referrals')).rejects.toBeInstanceOf(
    SignInFault,
  );
  const client = new ConfidentialClientApplication({
    auth: msalAuth(registration, credential),
    system: { networkClient: msalNetwork(entra.authorityHost, fetch) },
  });
  await expect(client.acquireTokenByClientCredential({ scopes: ['x/.default'], skipCache: true })).rejects.toThrow(
    /network_error/,
  );
  fault.end();
  expect(elsewhere.state.calls).toEqual([]);
  await elsewhere.close();
});

it('what an error says holds nothing of the token or the secret', async () => {
  const assertion = await megan();
  for (const code of [65001, 7000215, 90033] as const) {
    const fault = entra.state.faults.add({ grant: 'on_behalf_of', code });
    const error: unknown = await exchange(assertion, 'referrals').catch((cause: unknown) => cause);
    const { message, stack = '', cause } = error as Error;
    expect(JSON.stringify([error, message, stack, cause])).not.toContain(assertion.slice(-40));
    fault.end();
  }
});
