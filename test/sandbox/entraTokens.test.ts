import type { JWTPayload } from 'jose';
import { startSandbox, type Sandbox } from '../../sandbox/startSandbox';
import { foreignTenant, type EntraApp } from '../support/entra/directory';
import { createKey, signWith } from '../support/entra/signingKeys';
import { forge } from '../support/entra/ssoToken';
import { startEntra, type Entra } from '../support/entra/startEntra';
import { personsToken } from '../support/entra/tokens';
import { TestClock } from '../support/testClock';

const clock = new TestClock();
const now = () => clock.now();
const [referrals, partnerCenter] = ['https://api.partner.microsoft.com', 'https://api.partnercenter.microsoft.com'];
let entra: Entra;
let sandbox: Sandbox;
let app: EntraApp;

beforeAll(async () => {
  entra = await startEntra({ now });
  app = entra.state.addApp({ name: 'Partner Desk' });
  sandbox = await startSandbox({ now, entra: entra.trust });
});
afterAll(async () => {
  await Promise.all([sandbox.close(), entra.close()]);
});

const claims = (audience: string, { mfa = true, user = entra.people.megan } = {}): JWTPayload => {
  const session = { oid: user.oid, mfa, claims: undefined, signedInAt: now() };
  return personsToken(user, session, app, audience, { now: now(), seconds: 3600 });
};
const token = (...about: Parameters<typeof claims>) => entra.state.keys.sign(claims(...about));
const get = async (url: string, bearer: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${bearer}`, ...headers } });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as unknown };
};
const listReferrals = (bearer: string, headers?: Record<string, string>) =>
  get(`${sandbox.referralsApiUrl}/engagements/referrals`, bearer, headers);
const listCustomers = (bearer: string, headers?: Record<string, string>) =>
  get(`${sandbox.partnerCenterApiUrl}/customers?size=10`, bearer, headers);

describe('a sandbox that trusts an Entra', () => {
  it('takes the token of a person for its own audience only', async () => {
    expect((await listReferrals(await token(referrals))).status).toBe(200);
    expect((await listCustomers(await token(partnerCenter))).status).toBe(200);
    expect((await listReferrals(await token(partnerCenter))).status).toBe(401);
    expect((await listCustomers(await token(referrals))).status).toBe(401);
  });

  it('knows the roles of a person by the object id', async () => {
    expect((await listReferrals(await token(referrals, { user: entra.people.diego }))).status).toBe(403);
    expect(sandbox.world.requests().at(-1)).toMatchObject({ who: entra.people.diego.oid, audience: 'referrals' });
  });

  it('wants a second factor, and tells beforehand', async () => {
    const without = await token(partnerCenter, { mfa: false });
    const answer = await listCustomers(without, { ValidateMfa: 'true' });
    expect(answer).toMatchObject({ status: 401, body: { code: 900421 } });
    expect(answer.headers.get('isMfaCompliant')).toBe('false');
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    const withIt = await listReferrals(await token(referrals), { ValidateMfa: 'true' });
    expect(withIt.headers.get('isMfaCompliant')).toBe('true');
    const refused = await listReferrals(await token(referrals, { mfa: false }));
    expect(refused).toMatchObject({ status: 401, body: { error: { code: '900421' } } });
    expect(refused.headers.get('isMfaCompliant')).toBeNull();
  });

  it.each<[string, () => Promise<string>]>([
    ['is over', () => entra.state.keys.sign({ ...claims(referrals), exp: now() / 1000 - 1 })],
    [
      'is of another tenant',
      () => entra.state.keys.sign({ ...claims(referrals), iss: `https://sts.windows.net/${foreignTenant}/` }),
    ],
    ['is signed with another key', async () => signWith(await createKey('other'), claims(referrals))],
    ['is not signed', () => forge(entra.state, claims(referrals), 'none')],
    ['is signed with the public key', () => forge(entra.state, claims(referrals), 'hs256WithPublicKey')],
    ['was changed', () => forge(entra.state, claims(referrals), 'changedAfterwards')],
    ['is no token', () => Promise.resolve('a.b.c')],
  ])('refuses one that %s', async (_what, make) => {
    expect((await listReferrals(await make())).status).toBe(401);
  });

  it('still takes its own tokens, and no Entra token where none is trusted', async () => {
    expect((await listReferrals(`sandbox.referrals.${entra.people.megan.oid}`)).status).toBe(200);
    const plain = await startSandbox({ now });
    const answer = await get(`${plain.referralsApiUrl}/engagements/referrals`, await token(referrals));
    await plain.close();
    expect(answer.status).toBe(401);
  });
});
