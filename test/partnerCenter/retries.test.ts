import type { TokenSource } from '../../src/partnerCenter/tokenSource';
import { eventually } from '../support/eventually';
import type { ReplayedAnswer } from './support/replay';
import { failureOf, megan, pagesOf, untilWaiting, useClient } from './support/useClient';

const bench = useClient();
const ok = { body: '{"id":"r1"}' };
const get = () => bench.client.getReferral(megan, 'r1');
const asked = () => bench.replay.requests.length;
const header = (name: string) => bench.replay.requests.map(({ headers }) => headers[name]);
const retryAfter = (value: string, date?: string) => ({
  'retry-after': value,
  date: date ?? 'not told',
});

describe('the wait before a call is made again', () => {
  it.each<[string, ReplayedAnswer, number]>([
    ['the seconds that are named', { status: 429, headers: retryAfter('7') }, 7000],
    ['those of a 503 too', { status: 503, headers: retryAfter('2') }, 2000],
    ['parts of a second', { status: 429, headers: retryAfter('0.25') }, 250],
    [
      'until the date that is named, by the clock of the service',
      { status: 429, headers: retryAfter('Fri, 21 Nov 2025 09:00:12 GMT', 'Fri, 21 Nov 2025 09:00:03 GMT') },
      9000,
    ],
    [
      'until the date that is named, by our clock where the service does not tell its own',
      { status: 429, headers: retryAfter('Sat, 21 Nov 2026 09:00:05 GMT') },
      5000,
    ],
    ['half a second with jitter where nothing is named', { status: 429 }, 250],
    ['half a second with jitter where nonsense is named', { status: 503, headers: retryAfter('soon') }, 250],
    ['the same after a cut connection', { cut: true }, 250],
    ['the same after an answer that was cut', { cutMidBody: true }, 250],
  ])('is %s', async (_what, first, ms) => {
    bench.reply(first, ok);
    const call = get();
    await untilWaiting(bench, 1, ms);
    await bench.clock.advance(ms);
    expect(await call).toEqual({ id: 'r1' });
    expect(asked()).toBe(2);
  });

  it('doubles', async () => {
    bench.reply({ status: 502 }, { status: 504 }, ok);
    const call = get();
    await untilWaiting(bench, 1, 250);
    await bench.clock.advance(250);
    await untilWaiting(bench, 2, 500);
    await bench.clock.advance(500);
    expect(await call).toEqual({ id: 'r1' });
  });

  it('ends at once when the caller gives up, with what had happened', async () => {
    bench.reply({ status: 429, headers: retryAfter('7') }, ok);
    const stop = new AbortController();
    const call = failureOf(bench.client.getReferral(megan, 'r1', { signal: stop.signal }));
    await untilWaiting(bench, 1, 7000);
    stop.abort();
    expect(await call).toMatchObject({ kind: 'throttled', facts: { retryAfterMs: 7000 } });
    expect(asked()).toBe(1);
  });

  it('is not begun when it would not fit into the time that the caller has', async () => {
    bench.reply({ status: 429, headers: retryAfter('3') }, ok);
    const call = failureOf(bench.client.getReferral(megan, 'r1', { timeoutMs: 3000 }));
    expect(await call).toMatchObject({ kind: 'throttled', facts: { retryAfterMs: 3000 } });
    expect(asked()).toBe(1);
  });
});

describe('how often', () => {
  it.each([
    [500, 2],
    [502, 3],
    [503, 3],
    [504, 3],
    [429, 3],
    [501, 1],
    [505, 1],
    [400, 1],
    [404, 1],
  ])('a GET that always gets %i is sent %i times', async (status, times) => {
    bench.reply(...Array.from({ length: 4 }, () => ({ status, headers: retryAfter('0') })));
    expect((await failureOf(get())).facts.status).toBe(status);
    expect(asked()).toBe(times);
  });

  it.each<[string, ReplayedAnswer]>([
    ['500', { status: 500, headers: retryAfter('0') }],
    ['503 with Retry-After', { status: 503, headers: retryAfter('0') }],
    ['509, which is not 429', { status: 509, headers: retryAfter('0') }],
    ['a cut connection', { cut: true }],
    ['an answer that was cut', { cutMidBody: true }],
  ])('a POST is sent once when it meets %s', async (_what, answer) => {
    bench.reply(answer, ok);
    await failureOf(bench.client.createReferral(megan, {}));
    expect(asked()).toBe(1);
  });

  it('a POST that met 429 is sent again, because nothing was done', async () => {
    bench.reply({ status: 429, headers: retryAfter('0') }, { status: 201, body: '{"id":"new"}' });
    expect(await bench.client.createReferral(megan, { name: 'x' })).toEqual({ id: 'new' });
    expect(bench.replay.requests.map(({ method, body }) => `${method} ${body}`)).toEqual(
      Array.from({ length: 2 }, () => 'POST {"name":"x"}'),
    );
  });
});

it('a call keeps its ids over its attempts; the next call has new ones', async () => {
  bench.reply({ status: 503, headers: retryAfter('0') }, { body: '{"items":[]}' }, { body: '{"items":[]}' });
  await pagesOf(bench.client.listCustomers(megan));
  await pagesOf(bench.client.listCustomers(megan));
  expect(header('ms-requestid')).toEqual(['id-1', 'id-1', 'id-2']);
  expect(header('ms-correlationid')).toEqual(['id-1', 'id-1', 'id-2']);
});

it('every attempt asks for a token of its own', async () => {
  let tokens = 0;
  const renewed: TokenSource = { who: 'megan', getToken: () => Promise.resolve(`token-${++tokens}`) };
  bench.reply({ status: 503, headers: retryAfter('0') }, ok);
  await bench.client.getReferral(renewed, 'r1');
  expect(header('authorization')).toEqual(['Bearer token-1', 'Bearer token-2']);
});

describe('the time that a call may take', () => {
  it('is 20 s when nothing else is said, with all attempts', async () => {
    bench.reply({ status: 429, headers: retryAfter('15') }, { hang: true });
    const call = failureOf(get());
    await untilWaiting(bench, 1, 15_000);
    await bench.clock.advance(15_000);
    await untilWaiting(bench, 2, 5000);
    await bench.clock.advance(5000);
    expect((await call).kind).toBe('timeout');
  });

  it('is over for a body that does not end', async () => {
    bench.reply({ headers: { 'content-length': '1000' }, body: '{"id":' });
    const call = failureOf(bench.client.getReferral(megan, 'r1', { timeoutMs: 1000 }));
    await untilWaiting(bench, 1, 1000);
    await bench.clock.advance(1000);
    expect((await call).kind).toBe('timeout');
  });

  it('is over for a token that does not come, and then nothing is sent', async () => {
    const token = Promise.withResolvers<string>();
    const slow: TokenSource = { who: 'slow', getToken: () => token.promise };
    const call = failureOf(bench.client.patchReferral(slow, 'r1', '"1"', [], { timeoutMs: 1000 }));
    await bench.clock.advance(1000);
    expect(await call).toMatchObject({ kind: 'timeout', facts: { call: 'PATCH /engagements/referrals/{id}' } });
    token.resolve('too late');
    bench.reply(ok);
    await get();
    expect(bench.replay.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is shared by a PATCH and the GET after it', async () => {
    bench.reply({ status: 429, headers: retryAfter('6') }, { status: 204 }, { hang: true });
    const call = failureOf(bench.client.patchReferral(megan, 'r1', '"1"', [], { timeoutMs: 8000 }));
    await untilWaiting(bench, 1, 6000);
    await bench.clock.advance(6000);
    await untilWaiting(bench, 3, 2000);
    await bench.clock.advance(2000);
    expect(await call).toMatchObject({ kind: 'unexpectedAnswer', cause: { kind: 'timeout' } });
  });

  it('leaves nothing waiting behind', async () => {
    bench.reply(ok);
    await get();
    expect(bench.clock.nextWake()).toBeUndefined();
  });
});

describe('a caller who gives up', () => {
  it('is let go in the middle of a request', async () => {
    bench.reply({ hang: true });
    const stop = new AbortController();
    const call = failureOf(bench.client.patchReferral(megan, 'r1', '"1"', [], { signal: stop.signal }));
    await eventually('the request', () => asked() === 1);
    stop.abort();
    expect((await call).kind).toBe('timeout');
  });

  it('before the call began sends nothing and asks for no token', async () => {
    const noToken: TokenSource = { who: 'x', getToken: () => Promise.reject(new Error('it was asked for')) };
    const failure = await failureOf(bench.client.getReferral(noToken, 'r1', { signal: AbortSignal.abort() }));
    expect(failure).toMatchObject({ kind: 'timeout', cause: { name: 'AbortError' } });
    expect(asked()).toBe(0);
  });
});
