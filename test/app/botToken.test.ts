import { botId, startSecuredDesk, type SecuredDesk } from '../support/entra/securedDesk';

let secured: SecuredDesk;

beforeAll(async () => {
  secured = await startSecuredDesk();
});
afterAll(() => secured.close());

const tokenCalls = () => secured.entra.calls({ grant: 'client_credentials' });

describe('a bot with a registration', () => {
  it('answers Teams with its own token, fetched once however many ask at once', async () => {
    const { desk } = secured;
    const chats = [desk.megan, desk.isaiah, desk.alex].map((person) => ({
      by: person,
      in: desk.teams.places.addPersonalChat(person),
    }));
    const answers = await Promise.all(chats.map((where) => desk.teams.say(where, 'help')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const where of chats) expect(desk.teams.cards(where.in.id)).toHaveLength(1);
    expect(tokenCalls()).toMatchObject([{ clientId: botId, scope: expect.stringContaining('api.botframework.com') }]);
  });

  it('fetches a new token shortly before the old one ends, and uses the old one if there is none', async () => {
    const { desk, entra } = secured;
    const where = { by: desk.megan, in: desk.teams.places.addPersonalChat(desk.megan) };
    const before = tokenCalls().length;
    const fault = entra.state.faults.add({ path: '/token', status: 503, retryAfterSeconds: 1 });
    await desk.clock.jump(56 * 60_000);
    await desk.teams.say(where, 'help');
    expect(desk.teams.cards(where.in.id)).toHaveLength(1);
    fault.end();
    await desk.teams.say(where, 'help');
    expect(desk.teams.cards(where.in.id)).toHaveLength(2);
    expect(tokenCalls().slice(before).at(-1)).toMatchObject({ status: 200 });
  });
});
