import { errorKind } from '../../src/partnerCenter/errorKind';
import { readErrorCode } from '../../src/partnerCenter/readErrorCode';
import { failureOf, megan, useClient } from './support/useClient';

const bench = useClient();
const long = (bytes: number) => ({ body: `{"id":"r1","x":"${'x'.repeat(bytes - 18)}"}` });
const get = () => failureOf(bench.client.getReferral(megan, 'r1'));

describe('a refusal that words alone tell apart', () => {
  it.each([
    [
      'the reason phrase of the older MFA rejection',
      { status: 401, reason: 'Unauthorized - MFA required' },
      'mfaRequired',
    ],
    [
      'a Conditional Access challenge',
      { status: 403, headers: { 'www-authenticate': 'Bearer error="insufficient_claims", claims="e30="' } },
      'mfaRequired',
    ],
    [
      'a continuous access evaluation challenge',
      { status: 401, headers: { 'www-authenticate': 'Bearer error="insufficient_claims", claims="e30="' } },
      'mfaRequired',
    ],
    [
      'a token that has run out',
      { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
      'unauthenticated',
    ],
    ['a stale eTag that comes as 400', { status: 400, body: '{"error":{"code":"PreconditionFailed"}}' }, 'changed'],
    ['an HTML page of a gateway', { status: 403, body: '<html>MFA</html>' }, 'forbidden'],
  ])('%s', async (_what, answer, kind) => {
    bench.reply(answer);
    expect((await get()).kind).toBe(kind);
  });
});

it('the correlation ids of both sides are in the error', async () => {
  bench.reply({ status: 404, headers: { 'MS-RequestId': 'up-1' }, body: '{"code":1000,"description":"x"}' });
  const failure = await failureOf(bench.client.getCustomer(megan, 'c1'));
  expect(failure.facts).toEqual({
    kind: 'notFound',
    call: 'GET /customers/{id}',
    status: 404,
    code: '1000',
    requestId: 'up-1',
    correlationId: 'id-1',
  });
});

it('a body is read to 20 MB and no further', async () => {
  bench.reply(long(20_000_000), long(20_000_001));
  expect((await bench.client.getReferral(megan, 'r1')).id).toBe('r1');
  expect((await get()).kind).toBe('unexpectedAnswer');
});

test.each([
  [{ error: { code: 'a', innerError: { code: 'b', innererror: { code: 'c' } } } }, 'c'],
  [{ error: { code: 'a', innerError: { message: 'no code' } } }, 'a'],
  [{ error: { code: { odd: true }, innerError: 'text' } }, undefined],
  [{ error: 'insufficient_claims' }, 'insufficient_claims'],
  [{ code: 3000, description: 'x', data: [] }, '3000'],
  [{ statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' }, undefined],
  ['text', undefined],
  [null, undefined],
  [undefined, undefined],
])('the most precise code of %j is %s', (body, code) => {
  expect(readErrorCode(body)).toBe(code);
});

test.each([
  [302, 'unexpectedAnswer'],
  [304, 'unexpectedAnswer'],
  [400, 'invalid'],
  [405, 'invalid'],
  [408, 'unavailable'],
  [409, 'changed'],
  [410, 'notFound'],
  [412, 'changed'],
  [423, 'invalid'],
  [429, 'throttled'],
  [500, 'unavailable'],
  [507, 'unavailable'],
  [509, 'throttled'],
])('%i without a word means %s', (status, kind) => {
  expect(errorKind(status, undefined, '')).toBe(kind);
});
