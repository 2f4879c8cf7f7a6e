import { startDesk, type TestDesk } from '../support/desk';
import { eventually } from '../support/eventually';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded' });
});
afterAll(() => desk.close());

/** Asks in a new personal chat, and gives what is answered. */
async function ask(text: string, by = desk.megan) {
  const chat = desk.teams.places.addPersonalChat(by);
  await desk.teams.say({ by, in: chat }, text);
  const last = desk.teams.posts.all
    .filter((post) => post.conversationId === chat.id && post.versions[0]?.type !== 'typing')
    .at(-1);
  return { chat, activityId: last?.activityId ?? '', words: JSON.stringify(last?.versions.at(-1)) };
}

describe('subscriptions for a customer', () => {
  it('gives a choice of several, and the chosen one in place of it', async () => {
    const { chat, activityId, words } = await ask('subscriptions for contoso');
    expect(words).toContain('Contoso Ltd.');
    expect(words).toContain('Contoso Deutschland GmbH');
    const answer = await desk.teams.press({ by: desk.megan, in: chat }, activityId, 'customer.choose');
    expect(answer.body?.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(answer.body?.value)).toContain('Contoso');
  });

  it('answers at once when the name is exact', async () => {
    const { words } = await ask('subscriptions for Contoso Deutschland GmbH');
    expect(words).toContain('Contoso Deutschland GmbH');
    expect(words).not.toContain('customer.choose');
  });

  it('asks with the own token of the person, for the CSP audience', async () => {
    await ask('subscriptions for Contoso Deutschland GmbH');
    const asked = desk.sandbox.world.requests().filter((request) => request.path.includes('/subscriptions'));
    expect(asked.at(-1)).toMatchObject({ who: desk.megan.aadObjectId, audience: 'partner-center' });
  });

  it('names the nearest when nothing begins so', async () => {
    const { words } = await ask('subscriptions for contosso');
    expect(words).toContain('Contoso');
  });

  it('says so when nothing is near', async () => {
    const { words } = await ask('subscriptions for xyzzyq');
    expect(words).toContain('xyzzyq');
    expect(words).not.toContain('customer.choose');
  });

  it('asks for the customer when none is named', async () => {
    expect((await ask('subscriptions')).words).toContain('which customer');
  });

  it('tells a person without the role what to do', async () => {
    expect((await ask('subscriptions for contoso', desk.isaiah)).words).toMatch(/role.*PD-/);
  });

  it('shows no upstream text when Partner Center answers with HTML', async () => {
    const fault = desk.sandbox.world.faults.add({
      method: 'GET',
      path: '/v1/customers$',
      times: 1,
      status: 200,
      body: '<html>secret</html>',
      contentType: 'text/html',
    });
    const { words } = await ask('subscriptions for northwind');
    expect(fault).toBeDefined();
    expect(words).toMatch(/makes no sense.*PD-/);
    expect(words).not.toContain('secret');
  });
});

describe('a slow Partner Center', () => {
  it('is said after 8 s, and the answer follows', async () => {
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    const said = () =>
      desk.teams.posts.all
        .filter((post) => post.conversationId === chat.id)
        .map((post) => JSON.stringify(post.versions[0]));
    desk.sandbox.world.faults.add({ method: 'GET', path: '/subscriptions$', times: 1, delayMs: 1_500 });
    const asked = () => desk.sandbox.world.requests().filter(({ path }) => path.endsWith('/subscriptions')).length;
    const askedBefore = asked();
    const answered = desk.teams.say({ by: desk.megan, in: chat }, 'subscriptions for Contoso Deutschland GmbH');
    await eventually('Partner Center is asked', () => asked() > askedBefore);
    await desk.clock.advance(8_000);
    expect((await answered).status).toBe(200);
    expect(said().join()).toContain('Still working');
    await eventually('the answer follows', () => said().length === 2);
    expect(said().at(-1)).toContain('Contoso Deutschland GmbH');
  });
});

describe('help and what is not understood', () => {
  it('shows every command', async () => {
    const { words } = await ask('help');
    for (const name of ['watch', 'unwatch', 'subscriptions for']) expect(words).toContain(name);
  });

  it('points to help', async () => {
    expect((await ask('how is the weather')).words).toContain('help');
  });
});
