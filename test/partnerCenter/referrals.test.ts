import createRequest from '../fixtures/documented/create-referral.request.json';
import createResponse from '../fixtures/documented/create-referral.response.json';
import { documented } from './support/replay';
import { asSent, failureOf, megan, useClient } from './support/useClient';

const bench = useClient();
const path = '/v1.0/engagements/referrals';
const id = createResponse.id;
const eTag = createResponse.eTag;
const headers = {
  accept: 'application/json',
  authorization: 'Bearer secret-of-megan-for-referrals',
  'client-request-id': 'id-1',
};
const sent = () => bench.replay.requests.map(asSent);
const urls = () => bench.replay.requests.map(({ url }) => url);

describe('one referral', () => {
  it('is read by its id, as it is', async () => {
    bench.reply({ body: documented('create-referral.response') });
    expect(await bench.client.getReferral(megan, id)).toEqual(createResponse);
    expect(sent()).toEqual([{ method: 'GET', url: `${path}/${id}`, headers, body: '' }]);
  });

  it('stays below its path, whatever its id is', async () => {
    bench.reply({ body: '{"id":"x"}' });
    await bench.client.getReferral(megan, '../x?y=1#z/é');
    expect(urls()).toEqual([`${path}/..%2Fx%3Fy%3D1%23z%2F%C3%A9`]);
  });

  it.each(['', '.', '..'])('is not found, without a request, by the id "%s"', async (nothing) => {
    expect((await failureOf(bench.client.getReferral(megan, nothing))).kind).toBe('notFound');
    expect((await failureOf(bench.client.patchReferral(megan, nothing, eTag, []))).kind).toBe('notFound');
    expect(urls()).toEqual([]);
  });

  it.each(['{}', '[]', 'null', '"x"', '{"id":5}', '{"id":""}', ''])('is not what the answer %s is', async (body) => {
    bench.reply({ body, headers: { 'request-id': 'upstream-1' } });
    const failure = await failureOf(bench.client.getReferral(megan, id));
    expect(failure.facts).toMatchObject({
      kind: 'unexpectedAnswer',
      call: 'GET /engagements/referrals/{id}',
      correlationId: 'id-1',
      requestId: 'upstream-1',
      status: 200,
    });
  });
});

describe('changing a referral', () => {
  const operations = [
    { op: 'replace', path: '/status', value: 'Closed' },
    { op: 'add', path: '/statusReason', value: 'Ville inte – "för dyrt"' },
  ] as const;
  const patch = {
    method: 'PATCH',
    url: `${path}/${id}`,
    headers: { ...headers, 'content-type': 'application/json', prefer: 'return=representation', 'if-match': eTag },
    body: '[{"op":"replace","path":"/status","value":"Closed"},{"op":"add","path":"/statusReason","value":"Ville inte – \\"för dyrt\\""}]',
  };

  it('is one array of operations with the eTag as it came, quotes included', async () => {
    bench.reply({ body: documented('create-referral.response') });
    expect(await bench.client.patchReferral(megan, id, eTag, operations)).toEqual(createResponse);
    expect(eTag).toBe('"00006d10-0000-0000-0000-5c70aa630000"');
    expect(sent()).toEqual([patch]);
  });

  it('is followed by one GET when the answer is 204', async () => {
    bench.reply({ status: 204 }, { body: documented('create-referral.response') });
    expect(await bench.client.patchReferral(megan, id, eTag, operations)).toEqual(createResponse);
    const get = { method: 'GET', url: `${path}/${id}`, headers: { ...headers, 'client-request-id': 'id-2' }, body: '' };
    expect(sent()).toEqual([patch, get]);
  });

  it('is never reported as refused when only the GET after it is', async () => {
    bench.reply({ status: 204, headers: { 'request-id': 'patched' } }, { status: 403 });
    const failure = await failureOf(bench.client.patchReferral(megan, id, eTag, operations));
    expect(failure.facts).toMatchObject({
      kind: 'unexpectedAnswer',
      call: 'PATCH /engagements/referrals/{id}',
      status: 204,
      requestId: 'patched',
    });
    expect(failure.cause).toMatchObject({ kind: 'forbidden', facts: { call: 'GET /engagements/referrals/{id}' } });
  });
});

describe('creating a referral', () => {
  it.each([200, 201])('trusts what comes back with %i, though it differs from what was sent', async (status) => {
    bench.reply({ status, body: documented('create-referral.response') });
    expect(await bench.client.createReferral(megan, createRequest)).toEqual(createResponse);
    const [post, ...more] = sent();
    expect(more).toEqual([]);
    expect(post).toEqual({
      method: 'POST',
      url: path,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(createRequest),
    });
  });
});
