import { call, patch, people, referralsPath, replace, type Json } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${current.sandbox.origin}/_sandbox/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Json };
}

describe('POST /_sandbox/referrals', () => {
  it('makes a believable new referral arrive, without a body', async () => {
    const { status, body } = await control('POST', 'referrals');
    expect(status).toBe(201);
    expect(body.value).toMatchObject([
      {
        status: 'New',
        substatus: 'Pending',
        direction: 'Incoming',
        createdDateTime: expect.stringMatching(/\.\d{7}Z$/),
      },
    ]);
  });

  it('lays the given resource over it', async () => {
    const referral = { details: { dealValue: 5 }, customerProfile: { name: 'Tailspin' }, copilot: { score: 1 } };
    const { body } = await control('POST', 'referrals', { referral });
    expect(body.value).toMatchObject([{ ...referral, details: { dealValue: 5, notes: expect.any(String) } }]);
  });

  it('makes many arrive within the same second, each at its own moment', async () => {
    const { body } = await control('POST', 'referrals', { count: 200 });
    const times = (body.value as Json[]).map(({ createdDateTime }) => String(createdDateTime));
    expect(new Set(times).size).toBe(200);
    expect(new Set(times.map((time) => time.slice(0, 19))).size).toBe(1);
    expect(times.toSorted()).toEqual(times);
  });
});

describe('PATCH /_sandbox/referrals/{id}', () => {
  it('is somebody else changing it in the portal', async () => {
    const [referral] = current.sandbox.world.referrals.arrive();
    const changes = { status: 'Active', substatus: 'Accepted', details: { dealValue: 7 } };
    const { status } = await control('PATCH', `referrals/${referral?.id}`, { by: 'Isaiah Langer', referral: changes });
    expect(status).toBe(200);
    const { body } = await control('GET', `referrals/${referral?.id}`);
    expect(body.referral).toMatchObject({ ...changes, name: referral?.name });
    expect((body.referral as Json).eTag).not.toBe(referral?.eTag);
    expect(String((body.referral as Json).updatedDateTime) > String(referral?.updatedDateTime)).toBe(true);
    expect(body.history).toMatchObject([{ how: 'arrived' }, { how: 'portal', by: 'Isaiah Langer' }]);
  });

  it('knows only referrals that exist', async () => {
    expect(await control('PATCH', 'referrals/none', { referral: {} })).toMatchObject({ status: 404 });
    expect(await control('GET', 'referrals/none')).toMatchObject({ status: 404 });
  });
});

it('POST /_sandbox/invoices issues unpaid invoices, the given one laid over each', async () => {
  const { status, body } = await control('POST', 'invoices', { invoice: { totalCharges: 7 }, count: 2 });
  expect(status).toBe(201);
  expect(body.value).toMatchObject([{ totalCharges: 7, paidAmount: 0 }, { invoiceDate: '2026-11-21T09:00:00.000Z' }]);
  const [first] = body.value as { id: string }[];
  expect((await call(current.sandbox, `/v1/invoices/${first?.id}`)).body).toMatchObject({ ...first });
  expect(current.sandbox.world.invoices.all()).toHaveLength(2);
});

it('POST /_sandbox/clock skips time', async () => {
  const { body } = await control('POST', 'clock', { advanceMs: 90_000 });
  expect(body).toEqual({ now: '2026-11-21T09:01:30.000Z' });
  expect(current.sandbox.world.clock.now()).toBe(Date.parse('2026-11-21T09:01:30Z'));
});

it('faults are switched on and off', async () => {
  const { status, body } = await control('POST', 'faults', { path: 'referrals', status: 503 });
  expect([status, body]).toEqual([201, { id: expect.any(String) }]);
  expect((await call(current.sandbox, referralsPath)).status).toBe(503);
  expect((await control('DELETE', 'faults')).status).toBe(204);
  expect((await call(current.sandbox, referralsPath)).status).toBe(200);
});

it('PUT /_sandbox/users/{id} gives somebody roles', async () => {
  const user = { name: 'New Hire', email: 'new@contoso-partner.example', roles: ['referralsAdmin'] };
  expect((await control('PUT', 'users/new-hire', user)).status).toBe(200);
  expect((await call(current.sandbox, referralsPath, { who: 'new-hire' })).status).toBe(200);
});

describe('the journal', () => {
  it('tells what was asked by whom, how it was answered, and never the token', async () => {
    const [referral] = current.sandbox.world.referrals.arrive();
    const operations = replace({ status: 'Active', substatus: 'Accepted' });
    const ifMatch = String(referral?.eTag);
    await patch(current.sandbox, String(referral?.id), operations, {
      ifMatch,
      who: people.megan,
      representation: true,
    });
    await call(current.sandbox, '/v1/customers?size=2&seekOperation=Next', {
      headers: { 'MS-ContinuationToken': 'x' },
    });
    const { body } = await control('GET', 'requests');
    const time = '2026-11-21T09:00:00.000Z';
    expect(body).toEqual([
      {
        method: 'PATCH',
        path: `${referralsPath}/${referral?.id}`,
        audience: 'referrals',
        who: people.megan,
        status: 200,
        headers: expect.objectContaining({ 'if-match': ifMatch, prefer: 'return=representation' }),
        body: operations,
        startedAt: time,
        endedAt: time,
        fault: null,
      },
      expect.objectContaining({
        path: '/v1/customers?size=2&seekOperation=Next',
        audience: 'partner-center',
        who: 'service',
        status: 400,
        headers: expect.objectContaining({ 'ms-continuationtoken': 'x' }),
        body: null,
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('Bearer');
  });

  it('starts anew after DELETE, and keeps control requests out', async () => {
    await call(current.sandbox, referralsPath);
    expect((await control('DELETE', 'requests')).status).toBe(204);
    expect((await control('GET', 'requests')).body).toEqual([]);
  });
});

describe('a control request that makes no sense', () => {
  it.each<[string, string, unknown, string]>([
    ['POST', 'faults', { path: '(' }, 'regular expression'],
    ['POST', 'faults', { status: 500 }, 'path'],
    ['POST', 'faults', { path: '.', times: 0 }, 'times'],
    ['POST', 'faults', { path: '.', sometimes: true }, 'sometimes'],
    ['POST', 'referrals', { count: 0 }, 'count'],
    ['POST', 'referrals', { name: 'not wrapped' }, 'name'],
    ['POST', 'clock', { advanceMs: -1 }, 'advanceMs'],
    ['POST', 'clock', undefined, 'advanceMs'],
    ['PUT', 'users/x', { name: 'X', email: '', roles: ['boss'] }, 'roles'],
  ])('%s %s %j is refused in words', async (method, path, body, word) => {
    const answer = await control(method, path, body);
    expect(answer).toEqual({ status: 400, body: { error: expect.stringContaining(word) } });
  });

  it('is told what there is', async () => {
    const { status, body } = await control('GET', 'nothing');
    expect([status, body.error]).toEqual([404, expect.stringContaining('POST /_sandbox/referrals')]);
  });
});
