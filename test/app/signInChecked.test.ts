import { startConnectDesk, type ConnectDesk } from './support/connectDesk';
import { eventually } from '../support/eventually';

let world: ConnectDesk;
beforeAll(async () => {
  world = await startConnectDesk({ checked: true });
});
afterAll(() => world.close());

describe('with the checks of Bot Framework and of Entra both on', () => {
  it('a person signs in as Teams does it by itself, and what was asked is answered', async () => {
    const { desk, entra } = world;
    const chat = desk.teams.places.addPersonalChat(desk.isaiah);
    await world.say(desk.isaiah, chat, 'sign in');
    expect(desk.teams.posts.texts(chat.id)).toEqual([]);
    expect((await world.exchange(desk.isaiah, chat)).status).toBe(200);
    await eventually('the answer', () => desk.teams.posts.texts(chat.id).length > 0);
    expect(desk.teams.posts.texts(chat.id)).toEqual([`You are signed in as ${entra.people.isaiah.upn}.`]);
  });

  it('a sign-in of Entra opens nothing without the token of Teams', async () => {
    const { desk, entra } = world;
    const before = [desk.teams.requests.length, entra.state.calls.length];
    const { authentication } = desk.teams;
    const token = await world.sso(entra.people.megan);
    for (const authorization of ['', `Bearer ${token}`]) {
      desk.teams.authentication = { sign: () => Promise.resolve(authorization), accepts: () => Promise.resolve(true) };
      const action = { verb: 'referral.accept', data: { referralId: 'x' } };
      const value = { action, authentication: { id: 'x', connectionName: 'PartnerDesk', token } };
      expect((await world.invoke(desk.megan, world.chat, 'adaptiveCard/action', value)).status).toBe(401);
      const exchange = { id: 'x', connectionName: 'PartnerDesk', token };
      expect((await world.invoke(desk.megan, world.chat, 'signin/tokenExchange', exchange)).status).toBe(401);
    }
    desk.teams.authentication = authentication;
    expect([desk.teams.requests.length, entra.state.calls.length]).toEqual(before);
  });

  it('an account is connected, and its referrals are posted with the bot’s own token', async () => {
    const { desk } = world;
    expect((await world.connect()).status).toBe(200);
    await world.say(desk.megan, world.chat, 'watch');
    const [referral] = desk.sandbox.world.referrals.arrive({});
    await desk.until('the card', () => JSON.stringify(desk.teams.cards(world.chat.id)).includes(referral?.id ?? '-'));
  });

  it('signing out forgets what waited, too: the next sign-in answers only what is asked then', async () => {
    const { desk } = world;
    const chat = desk.teams.places.addPersonalChat(desk.alex);
    await world.say(desk.alex, chat, 'referrals');
    expect(world.offers(chat)).toHaveLength(1);
    await world.say(desk.alex, chat, 'sign out');
    await world.say(desk.alex, chat, 'sign in');
    await world.exchange(desk.alex, chat);
    await eventually('the answer', () => desk.teams.posts.texts(chat.id).length > 1);
    await desk.clock.advance(10_000);
    expect(desk.teams.posts.texts(chat.id).at(-1)).toMatch(/^You are signed in as/);
    expect(desk.teams.cards(chat.id)).toEqual([]);
  });

  it('signing out forgets what was talked about', async () => {
    const { desk } = world;
    await world.signIn(desk.megan, world.chat);
    await world.say(desk.megan, world.chat, 'customer contoso');
    await world.say(desk.megan, world.chat, 'sign out');
    await world.say(desk.megan, world.chat, 'sign in');
    await world.exchange(desk.megan, world.chat);
    const asked = () => desk.sandbox.world.requests().filter(({ path }) => /contoso/i.test(path)).length;
    const before = asked();
    expect(before).toBeGreaterThan(0);
    const answers = () => desk.teams.cards(world.chat.id).length + desk.teams.posts.texts(world.chat.id).length;
    const count = answers();
    await world.say(desk.megan, world.chat, 'and the orders?');
    await eventually('an answer', () => answers() > count);
    expect(asked()).toBe(before);
  });
});

describe('a process that is started again in the middle of a sign-in', () => {
  it('says on the page that the address is not known any more, and asks again in the chat', async () => {
    const { desk, entra } = world;
    const chat = desk.teams.places.addPersonalChat(desk.diego);
    await world.say(desk.diego, chat, 'sign in');
    const link = world.offers(chat).at(-1)?.buttons[0]?.value ?? '';
    await desk.app.stop();
    await desk.start();
    const page = await world.browse(link, entra.people.diego);
    expect([page.status, page.html.includes('This address is not known any more')]).toEqual([404, true]);
    expect(page.html).toContain('Ask again in Teams');
    // Teams brings its token for the card from before: it counts, and what was asked has to be asked again.
    const { id = '' } = world.offers(chat).at(-1)?.tokenExchangeResource ?? {};
    expect((await world.exchange(desk.diego, chat, { id })).status).toBe(200);
    await eventually('the answer', () => desk.teams.posts.texts(chat.id).length > 0);
    expect(desk.teams.posts.texts(chat.id)).toEqual([
      'You are signed in. What you asked before is not known any more, so ask it again.',
    ]);
  });

  it('takes no code that another process gave', async () => {
    const { desk, entra } = world;
    const chat = desk.teams.places.addPersonalChat(desk.diego);
    await world.say(desk.diego, chat, 'sign out');
    await world.say(desk.diego, chat, 'sign in');
    const page = await world.browse(world.offers(chat).at(-1)?.buttons[0]?.value ?? '', entra.people.diego);
    expect(page.code).not.toBe('');
    await desk.app.stop();
    await desk.start();
    expect((await world.invoke(desk.diego, chat, 'signin/verifyState', { state: page.code })).status).toBe(404);
    expect(desk.teams.posts.texts(chat.id).at(-1)).toMatch(/^That code is wrong, used already, or older/);
  });
});
