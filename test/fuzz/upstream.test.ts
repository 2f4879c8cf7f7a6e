import * as fc from 'fast-check';
import type { TokenSource, WritingTokens } from '../../src/partnerCenter/tokenSource';
import { createLog } from '../../src/lib/log';
import { createPartnerCenter } from '../../src/partnerCenter/createPartnerCenter';
import type { PartnerCenter } from '../../src/partnerCenter/partnerCenter';
import { PartnerCenterError } from '../../src/partnerCenter/partnerCenterError';
import { documented } from '../partnerCenter/support/replay';
import { RetryClock } from '../partnerCenter/support/client';
import { anyJson } from './support/anyJson';
import { changed, someChanges } from './support/changed';
import { fuzzRuns, fuzzTimeoutMs } from './support/fuzzRuns';

jest.setTimeout(fuzzTimeoutMs);

const tokens: WritingTokens = { who: 'megan', getToken: (audience) => Promise.resolve(`token-for-${audience}`) };
/** At most so many pages are read of a list that never ends. */
const mostPages = 4;
async function pagesOf<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  let count = 0;
  for await (const page of pages) {
    all.push(...page);
    count += 1;
    if (count === mostPages) break;
  }
  return all;
}

type Ask = (client: PartnerCenter, by: TokenSource) => Promise<unknown>;
const referral = 'create-referral.response';
const example = (name: string): unknown => JSON.parse(documented(name));
const invoice = { id: 'G1', totalCharges: 1, paidAmount: 0, invoiceDate: '2026-10-01T00:00:00Z', invoiceDetails: [] };
const order = { id: 'o', creationDate: '2026-10-01T00:00:00Z', lineItems: [{ lineItemNumber: 0, quantity: 1 }] };
/** Every call, with an answer that it takes. */
const calls: Record<string, [Ask, unknown]> = {
  listReferrals: [(client, by) => pagesOf(client.listReferrals(by, {})), example('list-referrals.response')],
  getReferral: [(client, by) => client.getReferral(by, 'x'), example(referral)],
  patchReferral: [(client) => client.patchReferral(tokens, 'x', '"e"', []), example(referral)],
  createReferral: [(client) => client.createReferral(tokens, {}), example(referral)],
  findCustomers: [
    (client, by) => client.findCustomers(by, { field: 'CompanyName', startsWith: 'c' }),
    example('list-customers.page1'),
  ],
  listCustomers: [(client, by) => pagesOf(client.listCustomers(by)), example('list-customers.page1')],
  getCustomer: [(client, by) => client.getCustomer(by, 'x'), example('get-customer.response')],
  listSubscriptions: [(client, by) => client.listSubscriptions(by, 'x'), example('list-subscriptions.response')],
  listOrders: [(client, by) => client.listOrders(by, 'x'), { totalCount: 1, items: [order] }],
  listInvoices: [(client, by) => client.listInvoices(by, {}), { totalCount: 1, items: [invoice] }],
  listAllInvoices: [(client, by) => pagesOf(client.listAllInvoices(by)), { totalCount: 1, items: [invoice] }],
  getInvoice: [(client, by) => client.getInvoice(by, 'x'), invoice],
  listInvoiceLineItems: [
    (client, by) => pagesOf(client.listInvoiceLineItems(by, 'x', { provider: 'office', type: 'billing_line_items' })),
    { totalCount: 1, items: [{ customerName: 'c', quantity: 1, unitPrice: 2 }], continuationToken: 'n', links: {} },
  ],
  checkMfa: [(client, by) => client.checkMfa(by), {}],
  getInvoiceStatement: [(client, by) => client.getInvoiceStatement(by, 'x'), {}],
};

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is there');
  return value;
}

const answer = fc.record({
  call: fc.constantFrom(...Object.keys(calls)),
  pages: fc.array(
    fc.record({
      status: fc.oneof(
        { weight: 8, arbitrary: fc.constant(200) },
        fc.constantFrom(201, 204, 301, 302, 400, 401, 403, 404, 409, 412, 429, 500, 503),
      ),
      body: fc.oneof(
        { weight: 5, arbitrary: someChanges.map((changes) => ({ changes })) },
        { weight: 2, arbitrary: anyJson.map((json) => ({ json })) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((raw) => ({ raw })) },
      ),
      headers: fc.dictionary(
        fc.constantFrom('retry-after', 'etag', 'request-id', 'location', 'date', 'ismfacompliant', 'content-type'),
        fc.oneof(
          fc.constantFrom('1', '-1', '9'.repeat(30), 'Sat, 21 Nov 2026 09:00:00 GMT', 'https://evil.example/', 'true'),
          fc.stringMatching(/^[ -~]{0,20}$/),
        ),
        { maxKeys: 3 },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

test('whatever Partner Center answers is data or a PartnerCenterError, and its token goes to it alone', async () => {
  let good = 0;
  const hosts = new Set<string>();
  await fc.assert(
    fc.asyncProperty(answer, async ({ call, pages }) => {
      const [ask, usual] = known(calls[call]);
      let page = 0;
      const answered: typeof fetch = (input) => {
        hosts.add(new URL(new Request(input).url).origin);
        const { status, body, headers } = known(pages[page++ % pages.length]);
        const json = 'changes' in body ? changed(usual, body.changes) : 'json' in body ? body.json : undefined;
        const text = 'raw' in body ? body.raw : (JSON.stringify(json) ?? '');
        return Promise.resolve(new Response(status === 204 ? null : text, { status, headers }));
      };
      const clock = new HastyClock();
      const bases = { referralsApiUrl: 'https://referrals.example/v1.0', partnerCenterApiUrl: 'https://pc.example/v1' };
      const parts = { fetch: answered, clock, random: () => 0.5, newId: () => 'id', log: createLog('silent') };
      const outcome: unknown = await ask(createPartnerCenter({ ...bases, ...parts }), tokens).then(
        () => 'data',
        (error: unknown) => error,
      );
      if (outcome === 'data') good += 1;
      expect(outcome === 'data' || outcome instanceof PartnerCenterError ? 'as said' : outcome).toBe('as said');
    }),
    fuzzRuns(10_000),
  );
  expect([...hosts].toSorted()).toEqual(['https://pc.example', 'https://referrals.example']);
  expect(good).toBeGreaterThan(500);
});

/** Waits to try again are over at once; time limits are never reached. */
class HastyClock extends RetryClock {
  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return signal ? super.sleep(ms, signal) : this.jump(ms);
  }
}
