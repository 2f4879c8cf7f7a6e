import { call, list, patch, people, referralsPath, replace } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();
const customers = '/v1/customers?size=10';

describe('a token', () => {
  it.each([
    ['no token', undefined],
    ['another scheme', 'Basic c2FuZGJveA=='],
    ['an unknown token', 'Bearer eyJ0eXAiOiJKV1QifQ.e30.x'],
    ['an unknown audience', 'Bearer sandbox.graph.service'],
    ['nobody in it', 'Bearer sandbox.referrals.'],
  ])('%s is refused by both APIs, each in its own shape', async (_what, authorization) => {
    const headers = authorization === undefined ? undefined : { Authorization: authorization };
    const answers = [referralsPath, customers].map(async (path) => {
      const response = await fetch(current.sandbox.origin + path, { headers });
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      return [response.status, await response.json()];
    });
    const code = authorization === undefined ? 800001 : 400;
    expect(await Promise.all(answers)).toEqual([
      [401, { error: { code: 'unauthenticated', message: expect.any(String) } }],
      [401, { code, description: expect.any(String), data: [], source: expect.any(String) }],
    ]);
  });

  it.each([
    [referralsPath, 'partner-center'],
    [customers, 'referrals'],
  ])('for the other API is refused at %s', async (path, audience) => {
    expect((await call(current.sandbox, path, { audience })).status).toBe(401);
  });
});

describe('roles', () => {
  it.each([
    ['Megan', people.megan, 200, 200],
    ['Alex', people.alex, 200, 403],
    ['Lidia', people.lidia, 403, 200],
    ['Diego', people.diego, 403, 403],
    ['Isaiah', people.isaiah, 200, 403],
    ['Joni', people.joni, 200, 200],
    ['Pradeep', people.pradeep, 403, 200],
    ['the service', 'service', 200, 200],
    ['a stranger', '00000000-0000-0000-0000-000000000001', 403, 403],
  ])('let %s in where they should', async (_name, who, referrals, csp) => {
    const statuses = [referralsPath, customers].map(
      async (path) => (await call(current.sandbox, path, { who })).status,
    );
    expect(await Promise.all(statuses)).toEqual([referrals, csp]);
  });

  it('that are missing are reported in the documented bodies', async () => {
    const { body } = await call(current.sandbox, referralsPath, { who: people.diego });
    expect(body).toEqual({ error: { code: 'accessDenied', message: expect.any(String) } });
    const { body: cspBody } = await call(current.sandbox, customers, { who: people.diego });
    expect(cspBody).toMatchObject({ code: 900150, description: expect.any(String) });
  });

  it('of a person can be changed, and a person added', async () => {
    const user = { aadObjectId: people.diego, name: 'Diego Siciliani', email: 'd@contoso-partner.example' };
    current.sandbox.world.users.put({ ...user, roles: ['referralsUser', 'cspAdminAgent'] });
    expect((await call(current.sandbox, referralsPath, { who: people.diego })).status).toBe(200);
    expect((await call(current.sandbox, customers, { who: people.diego })).status).toBe(200);
  });
});

describe('a Referrals user', () => {
  const onTeam = { team: [{ firstName: 'Alex', email: 'AlexW@contoso-partner.example' }] };

  it('lists only the referrals whose team has their address', async () => {
    const [own] = current.sandbox.world.referrals.arrive(onTeam);
    current.sandbox.world.referrals.arrive({ team: [] });
    expect((await list(current.sandbox, {}, people.alex)).body.value).toMatchObject([{ id: own?.id }]);
    expect((await list(current.sandbox, {}, people.isaiah)).body.value).toHaveLength(2);
  });

  it('reads and changes those, and no others', async () => {
    const [own] = current.sandbox.world.referrals.arrive(onTeam);
    const [foreign] = current.sandbox.world.referrals.arrive({ team: [{ email: 'meganb@contoso-partner.example' }] });
    const who = people.alex;
    const statuses = [own, foreign].map(async (referral) => {
      const path = `${referralsPath}/${referral?.id}`;
      const read = await call(current.sandbox, path, { who });
      const changed = await patch(current.sandbox, String(referral?.id), replace({ name: 'mine' }), { who });
      return [read.status, changed.status];
    });
    expect(await Promise.all(statuses)).toEqual([
      [200, 204],
      [403, 403],
    ]);
    const { body } = await call(current.sandbox, `${referralsPath}/${foreign?.id}`, { who });
    expect(body).toMatchObject({ error: { code: 'unAuthorized' } });
  });
});

describe('an address', () => {
  it.each([
    ['/v1.0/engagements/nothing', { error: { code: 'itemNotFound', message: expect.any(String) } }],
    ['/v1/nothing', { code: 1000, description: expect.any(String), data: [], source: expect.any(String) }],
  ])('%s that does not exist is a 404 of that API', async (path, expected) => {
    const { status, body } = await call(current.sandbox, path);
    expect([status, body]).toEqual([404, expected]);
  });

  it('that exists answers another method with 405 and what is allowed', async () => {
    const { status, headers } = await call(current.sandbox, referralsPath, { method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('answers a request that is too large with 413', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(4 * 1024 * 1024) });
    expect((await call(current.sandbox, referralsPath, { method: 'POST', body })).status).toBe(413);
  });
});

describe('headers', () => {
  it('of the Referrals API give the request id back and make one of their own', async () => {
    const headers = { 'client-request-id': 'f2a8f3c0-0000-4000-8000-000000000001' };
    const answer = await call(current.sandbox, referralsPath, { headers });
    expect(answer.headers.get('client-request-id')).toBe(headers['client-request-id']);
    expect(answer.headers.get('request-id')).not.toBe(headers['client-request-id']);
    expect(answer.headers.get('content-type')).toContain('application/json');
  });

  it('of the CSP API give the ids back, and the MFA state only to those who ask', async () => {
    const ids = { 'MS-RequestId': 'f2a8f3c0-0000-4000-8000-000000000002', 'MS-CorrelationId': 'c0ffee' };
    const asked = await call(current.sandbox, customers, { headers: { ...ids, ValidateMfa: 'true' } });
    expect(asked.headers.get('ms-requestid')).toBe(ids['MS-RequestId']);
    expect(asked.headers.get('ms-correlationid')).toBe('c0ffee');
    expect(asked.headers.get('ms-cv')).toBeTruthy();
    expect(asked.headers.get('ismfacompliant')).toBe('true');
    expect((await call(current.sandbox, customers)).headers.get('ismfacompliant')).toBeNull();
  });
});
