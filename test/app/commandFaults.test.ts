import type { Fault } from '../../sandbox/http/faults';
import { commands } from '../../src/commands';
import { startDesk, type TestDesk } from '../support/desk';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded', env: { POLL_INTERVAL_SECONDS: '3600' } });
});
afterAll(() => desk.close());
afterEach(() => desk.sandbox.world.faults.clear());

/** A phrase for each command that asks Partner Center for something. */
const phrases = [
  'customers',
  'customers starting with con',
  'customer Contoso Deutschland GmbH',
  'subscriptions for Contoso Deutschland GmbH',
  'orders for Contoso Deutschland GmbH',
  'invoices',
  'invoice G000123',
  'referrals',
  'referral fabrikam',
  'watch',
  'watch subscriptions',
] as const;

const faults: Record<string, Omit<Fault, 'path'>> = {
  'no sign-in': { status: 401 },
  'no role': { status: 403 },
  'not there': { status: 404 },
  'too many requests': { status: 429, retryAfterSeconds: 3600 },
  'its own error': { status: 500 },
  HTML: { status: 200, body: '<html>secret</html>', contentType: 'text/html' },
  'half a JSON': { status: 200, body: '{"items":[{"secret":', contentType: 'application/json' },
  'a cut connection': { cut: 'midBody' },
};

/** The log line with the reference that a person was told. */
const logged = (text: string) => {
  const [referenceId] = /PD-\w+/.exec(text) ?? [];
  return desk.logged.find((line) => line['referenceId'] === referenceId && line['kind'] !== undefined);
};

/** The ids by which Partner Center knows the call; without an answer there is only ours. */
const ids = (status?: number) => ({
  call: expect.stringMatching(/^GET /),
  correlationId: expect.stringMatching(/\w/),
  ...(status === undefined ? {} : { status, requestId: expect.stringMatching(/\w/) }),
});

/** What is answered in a new personal chat, the clock moving on where Partner Center has to be waited for. */
async function answers(phrase: string): Promise<string[]> {
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  let done = false;
  const said = desk.teams.say({ by: desk.megan, in: chat }, phrase).finally(() => (done = true));
  await desk.until('it is answered', () => done);
  await said;
  return desk.teams.posts.texts(chat.id);
}

describe.each(Object.entries(faults))('Partner Center answers with %s', (_, fault) => {
  it.each(phrases)('%s ends in a sentence and a reference', async (phrase) => {
    desk.sandbox.world.faults.add({ ...fault, path: '^/v1' });
    const text = (await answers(phrase)).join('\n');
    expect(text).toMatch(/^[A-Z].*\. \(Reference PD-[A-Z0-9]{8}\)$/);
    expect(text).not.toMatch(/secret|<html|\bnull\b|undefined|\d{3}:/);
    expect(logged(text)).toMatchObject(ids(fault.status));
    expect(JSON.stringify(logged(text))).not.toMatch(/secret/);
  });
});

describe('Partner Center hangs', () => {
  it.each(phrases)('%s says that it takes longer, then that there was no answer', async (phrase) => {
    desk.sandbox.world.faults.add({ path: '^/v1', delayMs: 60_000 });
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    const said = desk.teams.say({ by: desk.megan, in: chat }, phrase);
    const texts = () => desk.teams.posts.texts(chat.id);
    await desk.until('both are said', () => texts().length === 2);
    await said;
    expect(texts()).toEqual([
      expect.stringMatching('Still working'),
      expect.stringMatching(/in time.*\(Reference PD-/),
    ]);
    expect(logged(texts()[1] ?? '')).toMatchObject(ids());
  });
});

test('every command that asks Partner Center is in the table', () => {
  // Signing in is done when there are tokens.
  const asking = commands.filter(({ name, needs }) => needs.length > 0 && name !== 'sign in').map(({ name }) => name);
  const begun = phrases.map((phrase) => (phrase === 'watch subscriptions' ? 'watch news' : phrase.split(' ')[0]));
  expect(new Set(begun)).toEqual(new Set(asking));
});

describe('a press and a search that fail', () => {
  it.each([401, 403, 404, 500])('%i: their log lines have the ids too', async (status) => {
    desk.sandbox.world.faults.add({ path: '^/v1', status });
    const where = { by: desk.megan, in: desk.teams.places.addPersonalChat(desk.megan) };
    const data = { customerId: '0b0e1c4d-7f36-4a52-8c19-5d2f3a6b7c80' };
    const asked = [
      desk.teams.press(where, '1795254430009', 'customer.show', {}, data).then(({ body }) => String(body?.value)),
      desk.teams.search(where, 'searchCustomers', 'con').then(({ body }) => body?.composeExtension?.text ?? ''),
    ];
    let texts: string[] = [];
    void Promise.all(asked).then((all) => (texts = all));
    await desk.until('both are answered', () => texts.length === 2);
    expect(texts.map(logged)).toMatchObject([ids(status), ids(status)]);
  });
});
