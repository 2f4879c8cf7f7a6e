import { call, patch, referralsPath, replace } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();
const customers = '/v1/customers?size=10';
const add = (fault: Parameters<typeof current.sandbox.world.faults.add>[0]) => current.sandbox.world.faults.add(fault);

describe('a fault', () => {
  it('hits the method and path it names, as often as it says', async () => {
    const id = add({ method: 'get', path: '^/v1/customers$', status: 503, times: 2 });
    const statuses: number[] = [];
    for (const path of [customers, referralsPath, customers, customers]) {
      statuses.push((await call(current.sandbox, path)).status);
    }
    expect(statuses).toEqual([503, 200, 503, 200]);
    expect(current.sandbox.world.requests().map(({ fault }) => fault)).toEqual([id, null, id, null]);
  });

  it('leaves other methods alone', async () => {
    const [referral] = current.sandbox.world.referrals.arrive();
    const id = String(referral?.id);
    add({ method: 'PATCH', path: id, status: 503 });
    expect((await call(current.sandbox, `${referralsPath}/${id}`)).status).toBe(200);
    expect((await patch(current.sandbox, id, replace({ name: 'x' }))).status).toBe(503);
  });

  it('lets as many pass first as it says', async () => {
    add({ path: '^/v1/customers$', status: 503, skip: 1, times: 1 });
    const statuses: number[] = [];
    for (let turn = 0; turn < 3; turn++) statuses.push((await call(current.sandbox, customers)).status);
    expect(statuses).toEqual([200, 503, 200]);
  });

  it('without a number hits until faults are cleared', async () => {
    add({ path: '.', status: 500 });
    for (let turn = 0; turn < 3; turn++) expect((await call(current.sandbox, customers)).status).toBe(500);
    current.sandbox.world.faults.clear();
    expect((await call(current.sandbox, customers)).status).toBe(200);
  });

  it('comes before one that was added later', async () => {
    add({ path: '.', status: 503, times: 1 });
    add({ path: '.', status: 502, times: 1 });
    const statuses = [await call(current.sandbox, customers), await call(current.sandbox, customers)];
    expect(statuses.map(({ status }) => status)).toEqual([503, 502]);
  });

  it('answers with the body it was given', async () => {
    add({ path: '.', status: 502, body: '<html>Bad gateway</html>', contentType: 'text/html', retryAfterSeconds: 3 });
    const response = await fetch(current.sandbox.origin + referralsPath);
    expect([response.status, await response.text()]).toEqual([502, '<html>Bad gateway</html>']);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.get('retry-after')).toBe('3');
  });

  it.each([
    [referralsPath, 503, { error: { code: 'serviceNotAvailable' } }],
    [referralsPath, 404, { error: { code: 'itemNotFound' } }],
    [customers, 500, { code: 800003 }],
    [customers, 503, { code: 503, description: expect.any(String) }],
  ])('at %s with a bare %i has the error body of that API', async (path, status, expected) => {
    add({ path: '.', status });
    expect((await call(current.sandbox, path)).body).toMatchObject(expected);
  });

  it.each([
    [referralsPath, { error: { code: 'serviceNotAvailable', message: expect.any(String) } }],
    [customers, { code: 429, description: expect.stringContaining('57 seconds'), data: [], source: 'PartnerFD' }],
  ])('429 at %s comes in both shapes in turn, with Retry-After', async (path, second) => {
    add({ path: '.', status: 429, retryAfterSeconds: 57 });
    const answers = [await call(current.sandbox, path), await call(current.sandbox, path)];
    const message = 'Rate limit is exceeded. Try again in 57 seconds.';
    expect(answers.map(({ body }) => body)).toEqual([{ statusCode: 429, message }, second]);
    expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual(['57', '57']);
  });

  it('429 has a Retry-After of its own when none is given', async () => {
    add({ path: '.', status: 429 });
    expect((await call(current.sandbox, customers)).headers.get('retry-after')).toBe('1');
  });
});

describe('a cut connection', () => {
  const accept = replace({ status: 'Active', substatus: 'Accepted' });

  it.each([
    ['before', 'New', null],
    ['afterProcessing', 'Active', null],
    ['midBody', 'Active', 200],
  ] as const)('%s leaves the referral %s', async (cut, status, journalled) => {
    const [referral] = current.sandbox.world.referrals.arrive();
    const id = String(referral?.id);
    add({ method: 'PATCH', path: id, cut, times: 1 });
    await expect(patch(current.sandbox, id, accept, { representation: true })).rejects.toThrow(
      /fetch failed|terminated/,
    );
    expect((await call(current.sandbox, `${referralsPath}/${id}`)).body).toMatchObject({ status });
    expect(current.sandbox.world.requests()[0]).toMatchObject({ method: 'PATCH', status: journalled });
  });
});

describe('a delay', () => {
  it('comes before the processing and holds up nobody else', async () => {
    add({ path: 'customers', delayMs: 40, times: 1 });
    const started = performance.now();
    const slow = call(current.sandbox, customers).then(() => performance.now() - started);
    expect((await call(current.sandbox, referralsPath)).status).toBe(200);
    expect(await slow).toBeGreaterThanOrEqual(39);
  });

  it('does not outlive the sandbox', async () => {
    add({ path: 'customers', delayMs: 600_000 });
    const slow = call(current.sandbox, customers).catch((error: Error) => error.message);
    while (current.sandbox.world.requests().length === 0) await call(current.sandbox, '/_sandbox/requests');
    expect(current.sandbox.world.requests()).toMatchObject([{ status: null, endedAt: null }]);
    await current.sandbox.close();
    expect(await slow).toBe('fetch failed');
  });
});
