import { createSecretKey } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { AssertionRefused } from '../../src/identity/assertion';
import { assertionCheck, type CheckAssertion } from '../../src/identity/checkAssertion';
import { entraKeys } from '../../src/identity/entraKeys';
import { foreignTenant, homeTenant, type EntraApp } from '../support/entra/directory';
import type { SsoChanges } from '../support/entra/ssoToken';
import { startEntra, type Entra } from '../support/entra/startEntra';
import { TestClock } from '../support/testClock';

const clock = new TestClock();
const uri = 'api://botid-b0t';
let entra: Entra;
let app: EntraApp;
let check: CheckAssertion;

beforeAll(async () => {
  entra = await startEntra({ now: () => clock.now() });
  app = entra.state.addApp({ name: 'Partner Desk', appIdUri: uri });
  check = newCheck();
});
afterAll(() => entra.close());

function newCheck(): CheckAssertion {
  const registration = { clientId: app.clientId, tenantId: homeTenant, authorityHost: entra.authorityHost };
  return assertionCheck({ app: registration, uris: [uri], keys: entraKeys(registration, fetch), clock });
}
const token = (changes?: SsoChanges) => entra.ssoToken(entra.people.megan, app, changes);
const seconds = (ms: number) => Math.floor((clock.now() + ms) / 1000);

it.each([1, 2] as const)('a token of version %i is taken for its person', async (version) => {
  const { megan } = entra.people;
  const groups = ['6f1d8a6e-0000-4000-8000-000000000001'];
  const good = await token({ version, claims: { groups } });
  const expected = { personId: megan.oid, email: megan.upn, groups, expiresAt: seconds(3_600_000) * 1000, token: good };
  expect(await check(good, megan.oid.toUpperCase())).toEqual(expected);
});

it.each<[string, SsoChanges]>([
  ['without a signature', { forged: 'none' }],
  ['with an empty signature', { forged: 'unsigned' }],
  ['signed with the public key as a secret', { forged: 'hs256WithPublicKey' }],
  ['signed with another key of the same name', { forged: 'otherKeySameKid' }],
  ['signed with an unknown key', { forged: 'unknownKid' }],
  ['changed afterwards', { forged: 'changedAfterwards' }],
  ['for another app', { claims: { aud: 'c0ffee00-0000-4000-8000-000000000000' } }],
  ['for Partner Center itself', { claims: { aud: 'https://api.partner.microsoft.com' } }],
  ['for nobody', { claims: { aud: undefined } }],
  ['of another issuer', { claims: { iss: 'https://login.example/v2.0' } }],
  ['of another tenant', { claims: { iss: `https://sts.windows.net/${foreignTenant}/`, tid: foreignTenant } }],
  ['of another tenant behind our issuer', { claims: { tid: foreignTenant } }],
  ['of no tenant', { claims: { tid: undefined } }],
  ['of another person', { claims: { oid: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1022' } }],
  ['of nobody', { claims: { oid: undefined } }],
  ['of a person who is no text', { claims: { oid: ['5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021'] } }],
  ['that has ended', { claims: { exp: 1_700_000_000 } }],
  ['that never ends', { claims: { exp: undefined } }],
  ['that has not begun', { claims: { nbf: 4_000_000_000 } }],
  ['that never begins', { claims: { nbf: undefined } }],
])('a token %s is refused', async (_what, changes) => {
  await expect(check(await token(changes), entra.people.megan.oid)).rejects.toBeInstanceOf(AssertionRefused);
});

it.each(['', 'x', 'a.b.c', `${'a'.repeat(20_000)}.b.c`, 'null'])('%# is no token', async (text) => {
  await expect(check(text, entra.people.megan.oid)).rejects.toBeInstanceOf(AssertionRefused);
});

const ended = async (ms: number) => check(await token({ claims: { exp: seconds(-ms) } }), entra.people.megan.oid);

it('only RS256 is taken, whatever key is found for a token', async () => {
  const registration = { clientId: app.clientId, tenantId: homeTenant, authorityHost: entra.authorityHost };
  const secret = createSecretKey(Buffer.from('a key that both sides know, of some length'));
  const lenient = assertionCheck({ app: registration, uris: [uri], keys: () => Promise.resolve(secret), clock });
  const claims = decodeJwt(await token());
  for (const alg of ['HS256', 'HS384', 'HS512']) {
    const forged = await new SignJWT(claims).setProtectedHeader({ alg, kid: 'x' }).sign(secret);
    await expect(lenient(forged, entra.people.megan.oid)).rejects.toMatchObject({ reason: 'ERR_JOSE_ALG_NOT_ALLOWED' });
  }
});

it('a token is good until shortly after its end, because clocks differ', async () => {
  await expect(ended(55_000)).resolves.toBeDefined();
  await expect(ended(65_000)).rejects.toBeInstanceOf(AssertionRefused);
});

it('what a refusal says holds nothing of the token', async () => {
  const foreign = await token({ claims: { oid: 'somebody-else', secret: 'canary' } });
  const refusal: unknown = await check(foreign, entra.people.megan.oid).catch((error: unknown) => error);
  expect(JSON.stringify([refusal, String(refusal)])).not.toMatch(/canary|somebody-else|eyJ/);
});

it('a sign-in answers with the nonce that it was asked with', async () => {
  const own = await token({ claims: { nonce: 'one' } });
  await expect(check(own, entra.people.megan.oid, 'one')).resolves.toBeDefined();
  await expect(check(own, entra.people.megan.oid, 'other')).rejects.toThrow('of another sign-in');
});

it('the keys are fetched once, and an authority that does not answer is no refusal', async () => {
  entra.state.calls.length = 0;
  const anew = newCheck();
  const good = await token();
  const fault = entra.state.faults.add({ path: '/.well-known/', status: 503 });
  const failure: unknown = await anew(good, entra.people.megan.oid).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(AssertionRefused);
  fault.end();
  entra.state.calls.length = 0;
  await Promise.all([1, 2, 3].map(() => anew(good, entra.people.megan.oid)));
  expect(entra.state.calls.map(({ path }) => path.split('/').at(-1))).toEqual(['openid-configuration', 'keys']);
});

it('keys on another host are not fetched', async () => {
  const jwks_uri = 'https://127.0.0.1:1/keys';
  const fault = entra.state.faults.add({ path: '/.well-known/', body: JSON.stringify({ jwks_uri }) });
  await expect(newCheck()(await token(), entra.people.megan.oid)).rejects.toThrow('another host');
  fault.end();
});
