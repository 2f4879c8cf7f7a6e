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
    desk.sandbox.world.faults.add({ ...fault, path: '^/v1/' });
    const text = (await answers(phrase)).join('\n');
    expect(text).toMatch(/^[A-Z].*\. \(Reference PD-[A-Z0-9]{8}\)$/);
    expect(text).not.toMatch(/secret|<html|\bnull\b|undefined|\d{3}:/);
  });
});

describe('Partner Center hangs', () => {
  it.each(phrases)('%s says that it takes longer, then that there was no answer', async (phrase) => {
    desk.sandbox.world.faults.add({ path: '^/v1/', delayMs: 60_000 });
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    const said = desk.teams.say({ by: desk.megan, in: chat }, phrase);
    const texts = () => desk.teams.posts.texts(chat.id);
    await desk.until('both are said', () => texts().length === 2);
    await said;
    expect(texts()).toEqual([
      expect.stringMatching('Still working'),
      expect.stringMatching(/in time.*\(Reference PD-/),
    ]);
  });
});

test('every command that asks the CSP API is in the table', () => {
  const own = ['customers', 'customer', 'subscriptions', 'orders', 'invoices', 'invoice'];
  const begun = new Set(phrases.map((phrase) => phrase.split(' ')[0]));
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(own));
  expect(begun).toEqual(new Set(own));
});
