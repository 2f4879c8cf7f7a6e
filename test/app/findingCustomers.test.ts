import { startDesk, type TestDesk } from '../support/desk';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded', env: { POLL_INTERVAL_SECONDS: '86400' } });
});
afterAll(() => desk.close());
// What was asked before is forgotten.
beforeEach(() => desk.clock.jump(5 * 60_000));

/** Asks, and gives the answer with the upstream requests that this person's question cost. */
async function ask(text: string, by = desk.megan) {
  const chat = desk.teams.places.addPersonalChat(by);
  const asked = desk.sandbox.world.requests().length;
  await desk.teams.say({ by, in: chat }, text);
  const last = desk.teams.posts.all
    .filter((post) => post.conversationId === chat.id && post.versions[0]?.type !== 'typing')
    .at(-1);
  const cost = desk.sandbox.world.requests().slice(asked);
  return {
    chat,
    activityId: last?.activityId ?? '',
    words: JSON.stringify(last?.versions.at(-1)),
    cost: cost
      .filter(({ who }) => who === by.aadObjectId)
      .map(({ path }) => {
        const { pathname, searchParams } = new URL(path, 'http://sandbox');
        const filter = searchParams.get('filter');
        if (filter === null) return pathname.replace(/^.*\//, '');
        const { Field, Value } = JSON.parse(filter) as { Field: string; Value: string };
        return `${Field}:${Value}`;
      }),
  };
}

const german = 'Contoso Deutschland GmbH';

describe('finding a customer', () => {
  it('costs two calls with the answer, and one when the same was asked just before', async () => {
    expect((await ask(`subscriptions for ${german}`)).cost).toEqual([`CompanyName:${german}`, 'subscriptions']);
    const again = await ask(`subscriptions for ${german.toLowerCase()}`);
    expect(again.cost).toEqual(['subscriptions']);
    expect(again.words).toContain(german);
  });

  it('is known from another question about the customer just before', async () => {
    const asked = await ask(`customer ${german}`);
    expect(asked.words).toContain(german);
    expect((await ask(`subscriptions for ${german}`)).cost).toEqual(['subscriptions']);
  });

  it('costs one call more when it was chosen from several before', async () => {
    const several = await ask('subscriptions for contoso');
    expect(several.cost).toEqual(['CompanyName:contoso']);
    await desk.teams.press({ by: desk.megan, in: several.chat }, several.activityId, 'customer.choose');
    expect((await ask('subscriptions for contoso deutschland')).cost).toEqual(['subscriptions']);
  });

  it('asks again after five minutes', async () => {
    await ask(`subscriptions for ${german}`);
    await desk.clock.jump(5 * 60_000);
    expect((await ask(`subscriptions for ${german}`)).cost).toHaveLength(2);
  });

  it('never answers one person from what another found', async () => {
    await ask(`subscriptions for ${german}`);
    const refused = await ask(`subscriptions for ${german}`, desk.isaiah);
    expect(refused.cost).toEqual([`CompanyName:${german}`]);
    expect(refused.words).toMatch(/role.*PD-/);
    expect((await ask(`subscriptions for ${german}`, desk.isaiah)).cost).toHaveLength(1);
  });

  it('tries the domain where no name begins so', async () => {
    const found = await ask('subscriptions for contosodeutschland');
    expect(found.cost).toEqual(['CompanyName:contosodeutschland', 'Domain:contosodeutschland', 'subscriptions']);
    expect(found.words).toContain(german);
  });

  it.each(['contosodeutschlandgmbh.onmicrosoft.com', 'jan@contosodeutschlandgmbh.onmicrosoft.com'])(
    'tries the domain first for %s',
    async (text) => {
      const found = await ask(`subscriptions for ${text}`);
      expect(found.cost).toEqual(['Domain:contosodeutschlandgmbh.onmicrosoft.com', 'subscriptions']);
      expect(found.words).toContain(german);
    },
  );

  it('offers the nearest names after a typo behind the first letters, with three searches at most', async () => {
    const near = await ask('subscriptions for contosso');
    expect(near.cost).toEqual(['CompanyName:contosso', 'Domain:contosso', 'CompanyName:con']);
    expect(near.words).toContain('No customer begins with');
    expect(near.words).toContain('Contoso Ltd.');
    expect(near.words).toContain('customer.choose');
  });

  it('finds a name that was typed without its punctuation', async () => {
    const { words, cost } = await ask('customer fabrikam inc');
    expect(words).toContain('Fabrikam, Inc.');
    expect(words).not.toContain('No customer begins with');
    expect(cost).toEqual(['CompanyName:fabrikam inc', 'CompanyName:fab', expect.any(String)]);
  });

  it('searches twice for a name that cannot be a domain', async () => {
    const near = await ask('subscriptions for Contoso Germany');
    expect(near.cost).toEqual(['CompanyName:Contoso Germany', 'CompanyName:Con']);
    expect(near.words).toContain(german);
  });

  it('says honestly that nothing begins so, with an example, after a typo in the first letters', async () => {
    const { words, cost } = await ask('subscriptions for cnotoso');
    expect(words).toMatch(/No customer begins with “.?cnotoso.?”.*for example/);
    expect(words).not.toContain('customer.choose');
    expect(cost).toHaveLength(3);
  });

  it('takes the quotes of a phone for plain ones', async () => {
    expect((await ask('subscriptions for O’Neill & Daughters')).words).toContain("O'Neill & Daughters Ltd");
  });

  it('reads a customer by the id', async () => {
    const { id } = desk.sandbox.world.customers.all().find((one) => one.companyProfile.companyName === german) ?? {};
    const found = await ask(`subscriptions for ${id}`);
    expect(found.cost).toEqual([id, 'subscriptions']);
    expect(found.words).toContain(german);
    const unknown = await ask('subscriptions for 00000000-0000-4000-8000-000000000000');
    expect(unknown.words).toMatch(/does not have this.*PD-/);
  });
});
