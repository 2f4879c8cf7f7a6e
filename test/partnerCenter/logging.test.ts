import { asSent, failureOf, megan, pagesOf, useClient } from './support/useClient';

const bench = useClient();
const lines = () => bench.logged.map((line) => JSON.parse(line) as Record<string, unknown>);

it('every attempt is one line: what was called, by whom, with which ids, how it ended, how long it took', async () => {
  bench.reply(
    { status: 503, headers: { 'request-id': 'up-1', 'retry-after': '3' }, body: '{"error":{"code":"busy"}}' },
    { headers: { 'request-id': 'up-2' }, body: '{"id":"r1"}' },
  );
  const call = bench.client.getReferral(megan, 'r1');
  while (bench.logged.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await bench.clock.advance(3000);
  await call;
  const common = { call: 'GET /engagements/referrals/{id}', who: 'megan', correlationId: 'id-1', ms: 0 };
  expect(lines()).toMatchObject([
    { ...common, level: 30, status: 503, kind: 'unavailable', code: 'busy', requestId: 'up-1', attempt: 1 },
    { ...common, level: 20, status: 200, requestId: 'up-2', attempt: 2 },
  ]);
});

it('neither the log nor an error tells a token, an id, a name, an address or a body', async () => {
  const secrets = /secret-of|1e9b7f3c|Fabrikam|Contoso|ann@|Søn/;
  const message = { error: { code: 'invalidRequest', message: 'Contoso, ann@contoso.com' } };
  bench.reply(
    { body: '{"value":[{"name":"Fabrikam","team":[{"email":"ann@contoso.com"}]}]}' },
    { status: 400, body: JSON.stringify(message) },
    { body: '{"items":[{"companyProfile":{"companyName":"Fabrikam"}}]}' },
    { body: '<html>Contoso, Fabrikam</html>' },
  );
  await pagesOf(bench.client.listReferrals(megan, { filter: "team/any(t:t/email eq 'ann@contoso.com')" }));
  const operations = [{ op: 'add', path: '/statusReason', value: 'Søn' }] as const;
  const refused = await failureOf(bench.client.patchReferral(megan, '1e9b7f3c', '"1"', operations));
  await bench.client.findCustomers(megan, { field: 'CompanyName', startsWith: 'Fabrikam' });
  const html = await failureOf(bench.client.listSubscriptions(megan, '1e9b7f3c'));
  expect(
    bench.replay.requests
      .map(asSent)
      .map(({ url, body }) => url + body)
      .join(),
  ).toMatch(secrets);
  expect(bench.logged).toHaveLength(6);
  expect(bench.logged.join()).not.toMatch(secrets);
  expect([refused, html].map((error) => error.message + JSON.stringify(error.facts)).join()).not.toMatch(secrets);
});
