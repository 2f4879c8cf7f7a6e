import { PartnerCenterError } from '../../src/partnerCenter/partnerCenterError';
import { all, clientOf, megan, running } from './support/client';
import { documented, type Replay, type ReplayedAnswer, startReplay } from './support/replay';

let replay: Replay;
afterEach(() => replay.close());

const ok = { body: documented('create-referral.response') };
const body = (value: unknown): string => JSON.stringify(value);

/** How a GET of one referral ends when these are the answers: the error, or undefined. */
async function getting(...answers: ReplayedAnswer[]): Promise<PartnerCenterError | undefined> {
  replay = await startReplay(...answers);
  const { client, clock } = clientOf(replay.origin);
  return running(clock, client.getReferral(megan, 'abc')).then(() => undefined, asPartnerCenterError);
}

/** The same for a PATCH. */
async function patching(...answers: ReplayedAnswer[]): Promise<PartnerCenterError | undefined> {
  replay = await startReplay(...answers);
  const { client, clock } = clientOf(replay.origin);
  return running(clock, client.patchReferral(megan, 'abc', '"1"', [])).then(() => undefined, asPartnerCenterError);
}

function asPartnerCenterError(error: unknown): PartnerCenterError {
  if (error instanceof PartnerCenterError) return error;
  throw error;
}

describe('what a refusal means', () => {
  it.each([
    [401, { error: { code: 'unauthenticated', message: 'x' } }, 'unauthenticated', 'unauthenticated'],
    [401, { code: 400, description: 'Access denied' }, 'unauthenticated', '400'],
    [401, { code: 900421, description: 'x' }, 'mfaRequired', '900421'],
    [403, { error: { code: 'accessDenied', message: 'x' } }, 'forbidden', 'accessDenied'],
    [
      403,
      { error: { code: 'unAuthorized', innerError: { code: 'insufficient_claims' } } },
      'mfaRequired',
      'insufficient_claims',
    ],
    [403, { code: 900150 }, 'forbidden', '900150'],
    [404, { error: { code: 'itemNotFound' } }, 'notFound', 'itemNotFound'],
    [410, '', 'notFound', undefined],
    [409, { error: { code: 'resourceModified' } }, 'changed', 'resourceModified'],
    [412, { error: { code: 'preconditionFailed', innererror: { code: 'eTagMismatch' } } }, 'changed', 'eTagMismatch'],
    [400, { code: 2055, description: 'etag' }, 'changed', '2055'],
    [400, { error: { code: 'invalidRequest', innerError: { message: 'x' } } }, 'invalid', 'invalidRequest'],
    [422, '<html>', 'invalid', undefined],
    [501, '', 'unavailable', undefined],
  ])('%i %j: %s', async (status, answer, kind, code) => {
    const error = await getting({
      status,
      body: typeof answer === 'string' ? answer : body(answer),
      headers: { 'request-id': 'r-1' },
    });
    expect(error).toMatchObject({
      kind,
      facts: { status, code, requestId: 'r-1', call: 'GET /engagements/referrals/{id}' },
    });
    expect(replay.requests).toHaveLength(1);
  });

  it('401 with MFA wording in the header', async () => {
    const error = await getting({
      status: 401,
      headers: { 'www-authenticate': 'Bearer error="invalid_token", MFA required' },
    });
    expect(error?.kind).toBe('mfaRequired');
  });

  it.each([
    ['HTML with 200', { body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }],
    ['half a JSON', { body: '{"id":"ab' }],
    ['another shape', { body: '[]' }],
    ['nothing', { body: '' }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
  ])('%s is an unexpected answer', async (_what, answer) => {
    expect((await getting(answer))?.kind).toBe('unexpectedAnswer');
  });
});

describe('trying again', () => {
  it('waits exactly as long as Retry-After says', async () => {
    replay = await startReplay(
      {
        status: 429,
        headers: { 'retry-after': '7' },
        body: body({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 7 seconds.' }),
      },
      ok,
    );
    const { client, clock } = clientOf(replay.origin);
    const before = clock.now();
    await running(clock, client.getReferral(megan, 'abc'));
    expect(clock.now() - before).toBe(7_000);
  });

  it('does not wait longer than the call may take', async () => {
    const error = await getting({ status: 429, headers: { 'retry-after': '57' } });
    expect(error).toMatchObject({ kind: 'throttled', facts: { retryAfterMs: 57_000 } });
    expect(replay.requests).toHaveLength(1);
  });

  it.each([
    ['a passing 500', { status: 500 }],
    ['a passing 503', { status: 503 }],
    ['a cut connection', { cut: true }],
  ])('a GET is repeated after %s', async (_what, answer) => {
    expect(await getting(answer, ok)).toBeUndefined();
    expect(replay.requests).toHaveLength(2);
  });

  it('a GET is sent three times at most', async () => {
    const down = { status: 503 };
    expect((await getting(down, down, down, ok))?.kind).toBe('unavailable');
    expect(replay.requests).toHaveLength(3);
  });

  it.each([
    ['500', { status: 500 }, 'unavailable'],
    ['503', { status: 503, headers: { 'retry-after': '1' } }, 'unavailable'],
    ['a cut connection', { cut: true }, 'network'],
    ['half a JSON', { body: '{"id"' }, 'unexpectedAnswer'],
    ['412', { status: 412 }, 'changed'],
  ])('a PATCH is never repeated after %s', async (_what, answer, kind) => {
    expect((await patching(answer, ok))?.kind).toBe(kind);
    expect(replay.requests).toHaveLength(1);
  });

  it('a PATCH is repeated after 429, which says that nothing was done', async () => {
    expect(await patching({ status: 429, headers: { 'retry-after': '1' } }, ok)).toBeUndefined();
    expect(replay.requests).toHaveLength(2);
  });

  it('gives up when the time is over, and when it is told to', async () => {
    replay = await startReplay({ hang: true }, { hang: true });
    const { client, clock } = clientOf(replay.origin);
    const late = client.getReferral(megan, 'abc', { timeoutMs: 3_000 }).catch(asPartnerCenterError);
    while (replay.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(3_000);
    expect(await late).toMatchObject({ kind: 'timeout' });
    const stop = new AbortController();
    const stopped = client.getReferral(megan, 'abc', { signal: stop.signal }).catch(asPartnerCenterError);
    while (replay.requests.length === 1) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect(await stopped).toBeInstanceOf(PartnerCenterError);
  });
});

describe('tokens', () => {
  it.each(['http://api.partner.microsoft.com', 'http://10.0.0.1', 'http://localhost.evil.example'])(
    'are not sent to %s',
    (origin) => {
      replay = { close: () => Promise.resolve() } as Replay;
      expect(() => clientOf(origin)).toThrow(/https/);
    },
  );

  it('go nowhere else, whatever a nextLink says', async () => {
    const links = [
      'https://evil.example/v1.0/referrals?$skiptoken=one',
      '//evil.example/?$skiptoken=two#x',
      'http://127.0.0.1:1/?a=b&$skiptoken=thr%26ee',
    ];
    replay = await startReplay(
      ...links.map((link) => ({ body: body({ value: [{ id: link }], '@odata.nextLink': link }) })),
      { body: body({ value: [], '@odata.nextLink': null }) },
    );
    await all(clientOf(replay.origin).client.listReferrals(megan, {}));
    expect(replay.requests.map(({ url }) => url)).toEqual([
      '/v1.0/engagements/referrals',
      '/v1.0/engagements/referrals?$skiptoken=one',
      '/v1.0/engagements/referrals?$skiptoken=two',
      '/v1.0/engagements/referrals?$skiptoken=thr%26ee',
    ]);
  });

  it('a next page without a token is an error, because the rest of the list would be lost', async () => {
    replay = await startReplay({ body: body({ value: [], '@odata.nextLink': 'https://evil.example/page2' }) });
    await expect(all(clientOf(replay.origin).client.listReferrals(megan, {}))).rejects.toMatchObject({
      kind: 'unexpectedAnswer',
    });
    expect(replay.requests).toHaveLength(1);
  });

  it('a next page that leads back ends the reading instead of going on for ever', async () => {
    const loop = { body: body({ value: [], '@odata.nextLink': '?$skiptoken=same' }) };
    replay = await startReplay(loop, loop, loop, loop);
    await expect(all(clientOf(replay.origin).client.listReferrals(megan, {}))).rejects.toMatchObject({
      kind: 'unexpectedAnswer',
    });
    expect(replay.requests).toHaveLength(2);
  });
});
