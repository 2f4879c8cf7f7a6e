import * as fc from 'fast-check';
import { anyJson } from './support/anyJson';
import { changed, someChanges, type Change } from './support/changed';
import { activityOf, broken, newMistakes, startFuzzDesk, type FuzzDesk } from './support/fuzzDesk';
import { atOnce, fuzzRuns, fuzzTimeoutMs } from './support/fuzzRuns';

jest.setTimeout(fuzzTimeoutMs);

/** Stands in every refusal of Partner Center, and may be shown to nobody. */
const mark = 'xUpstreamx';

type Upstream = { changes: Change[] } | { status: number; json: unknown };
/** What happens to the answers of Partner Center from now on, in turn. */
let upstreams: Upstream[] = [];
let answers = 0;
let fuzz: FuzzDesk;
/** What the sandbox answered, by address. */
const usual = new Map<string, unknown>();

async function answered(url: string, real: () => Promise<Response>): Promise<Response> {
  const upstream = upstreams[answers++ % upstreams.length];
  if (!upstream) return real();
  if ('status' in upstream) return Response.json(upstream.json, { status: upstream.status, statusText: mark });
  if (!usual.has(url)) {
    const response = await real();
    if (!response.ok) return response;
    usual.set(url, await response.json().catch(() => null));
  }
  return Response.json(changed(usual.get(url), upstream.changes));
}

beforeAll(async () => {
  fuzz = await startFuzzDesk({
    upstream: (url, { method = 'GET' }, real) => (method === 'GET' ? answered(url, real) : real()),
  });
});
afterAll(() => fuzz.close());

const asked = [
  'new referrals',
  'won referrals this quarter',
  'referral contoso',
  'customers',
  'customer contoso',
  'subscriptions for contoso',
  'orders for contoso',
  'unpaid invoices',
  'invoice G000120',
  'status',
  'watch',
];
const upstream: fc.Arbitrary<Upstream> = fc.oneof(
  { weight: 6, arbitrary: someChanges.map((changes) => ({ changes })) },
  {
    weight: 1,
    arbitrary: fc.record({
      status: fc.constantFrom(400, 401, 403, 404, 409, 412),
      json: fc.oneof(
        fc.constantFrom(
          { error: { code: mark, message: mark, innerError: { code: mark } } },
          { code: mark, description: mark },
          { error: mark, error_description: mark },
          mark,
        ),
        anyJson.map((json) => ({ error: { message: mark, code: 1, json } })),
      ),
    }),
  },
);

test('whatever Partner Center answers, every question has an answer, and nothing of a refusal is shown raw', async () => {
  const conversation = { id: 'a:1', conversationType: 'personal', tenantId: fuzz.desk.teams.tenantId };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...asked), { minLength: atOnce, maxLength: atOnce }),
      fc.array(upstream, { minLength: 1, maxLength: 6 }),
      async (texts, now) => {
        upstreams = now;
        const { id, name, aadObjectId } = fuzz.desk.megan;
        const outcomes = await Promise.all(
          texts.map((text) => fuzz.post(activityOf(fuzz.desk, { id, name, aadObjectId }, { text, conversation }))),
        );
        expect(newMistakes(fuzz.desk)).toEqual([]);
        expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
        const shown = fuzz.sent.splice(0).filter((said) => broken.test(said) || said.includes(mark));
        expect(shown).toEqual([]);
      },
    ),
    fuzzRuns(300 / atOnce),
  );
});
