import { eventually } from '../support/eventually';
import type { Place, TeamsUser } from '../support/fakeTeams';
import { startSignInDesk, type SignInDesk } from '../support/signInDesk';

const referrals = 'https://api.partner.microsoft.com';
const customers = 'https://api.partnercenter.microsoft.com';
let world: SignInDesk;
let chat: Place;

beforeAll(async () => {
  world = await startSignInDesk();
});
afterAll(() => world.close());
beforeEach(async () => {
  const { desk, entra } = world;
  // Every sign-in of the test before has run out by then.
  await desk.clock.jump(2 * 3_600_000);
  for (const person of Object.values(entra.people)) Object.assign(person, { mfa: 'enrolled', disabled: false });
  const { policies } = entra.state;
  policies.mfaFor.clear();
  policies.challenges.clear();
  policies.consentToAll(world.app);
  entra.state.calls.length = 0;
  chat = desk.teams.places.addPersonalChat(desk.megan);
});

const texts = (place = chat) => world.desk.teams.posts.texts(place.id);
const answers = (place = chat) => [...texts(place), ...world.desk.teams.cards(place.id).map(({ summary }) => summary)];
/** Writes, a moment after what was written before: Teams takes so many answers a second. */
async function say(text: string, by: TeamsUser = world.desk.megan, place = chat) {
  await world.desk.clock.advance(2_500);
  return world.desk.teams.say({ by, in: place }, text);
}
const lastLink = (place = chat) => world.offers(place).at(-1)?.buttons[0]?.value ?? '';
const bring = (code: string, place = chat, by = world.desk.megan) =>
  world.invoke(by, place, 'signin/verifyState', { state: code });
/** Waits for so many answers; nothing that is said of a code is one. */
async function answered(count = 1, place = chat) {
  await eventually('an answer', () => answers(place).length >= count);
  expect(answers(place).join()).not.toMatch(/code is wrong|Still working/);
}
const exchanges = () => world.entra.calls({ grant: 'on_behalf_of' });

/** Asks, and has Teams sign in by itself. */
async function ask(text: string, count = 1) {
  await say(text);
  await world.exchange(world.desk.megan, chat);
  await answered(count);
}

describe('a message of somebody who is not signed in', () => {
  it('is answered with a sign-in card, and then with what was asked', async () => {
    await say('referrals');
    expect(answers()).toEqual([]);
    expect(world.offers(chat)).toEqual([
      {
        text: expect.stringContaining('Sign in'),
        connectionName: 'PartnerDesk',
        tokenExchangeResource: { id: expect.any(String), uri: `api://botid-${world.botId}` },
        buttons: [
          expect.objectContaining({ type: 'signin', value: expect.stringMatching(/^https:\/\/bot\.example\//) }),
        ],
        targeted: false,
      },
    ]);
    expect(await world.exchange(world.desk.megan, chat)).toMatchObject({ status: 200, body: { failureDetail: null } });
    await answered();
    expect(exchanges()).toMatchObject([{ oid: world.desk.megan.aadObjectId, status: 200 }]);
    expect(exchanges()[0]?.scope).toContain(`${referrals}/user_impersonation`);
  });

  it('is answered once, however many clients the person has', async () => {
    await say('referrals');
    const sent = await Promise.all([1, 2, 3].map(() => world.exchange(world.desk.megan, chat)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    await answered();
    await world.desk.clock.advance(10_000);
    expect(answers()).toHaveLength(1);
    expect(exchanges()).toHaveLength(1);
  });

  it('is answered for each thing that was asked meanwhile, in order and once', async () => {
    await say('referrals');
    await say('sign in');
    await world.exchange(world.desk.megan, chat);
    await answered(2);
    await world.exchange(world.desk.megan, chat, { id: world.offers(chat)[0]?.tokenExchangeResource?.id ?? '' });
    await world.desk.clock.advance(10_000);
    expect(texts()).toEqual(['You are signed in as meganb@contoso-partner.example.']);
    expect(answers()).toHaveLength(2);
  });

  it('asks for each API by itself, and for the token once', async () => {
    await ask('referrals');
    await say('customers');
    await say('customers');
    expect(exchanges().map(({ scope }) => scope?.split(' ')[0])).toEqual([
      `${referrals}/user_impersonation`,
      `${customers}/user_impersonation`,
    ]);
  });

  it('is asked again when the sign-in has run out', async () => {
    await ask('referrals');
    await world.desk.clock.jump(3_600_000);
    await say('referrals');
    expect(world.offers(chat).at(-1)?.text).toContain('run out');
    await world.exchange(world.desk.megan, chat);
    await answered(2);
  });
});

describe('a token from Teams', () => {
  it('of another person is refused, noted, and exchanged for nothing', async () => {
    await say('referrals');
    const token = await world.sso(world.entra.people.alex);
    expect(await world.exchange(world.desk.megan, chat, { token })).toMatchObject({ status: 412 });
    await say('sign in');
    expect([answers(), exchanges()]).toEqual([[], []]);
    expect(await world.audit()).toContainEqual(
      expect.objectContaining({
        actorId: world.desk.megan.aadObjectId,
        action: 'signIn',
        outcome: 'denied',
        after: { way: 'Teams', reason: 'of another person' },
      }),
    );
  });

  it('for the card of another person is not looked at', async () => {
    await say('referrals');
    const id = world.offers(chat)[0]?.tokenExchangeResource?.id ?? '';
    const other = world.desk.teams.places.addPersonalChat(world.desk.alex);
    expect((await world.exchange(world.desk.alex, other, { id })).status).toBe(200);
    await say('referrals', world.desk.alex, other);
    expect(world.offers(other)).toHaveLength(1);
    await world.exchange(world.desk.megan, chat);
    await answered();
  });

  it('that comes after a restart signs in, and the person is told to ask again', async () => {
    await say('referrals');
    await world.desk.app.stop();
    await world.desk.start();
    expect((await world.exchange(world.desk.megan, chat)).status).toBe(200);
    await answered();
    expect(texts()).toEqual([expect.stringContaining('ask it again')]);
    await say('sign in');
    expect(texts().at(-1)).toBe('You are signed in as meganb@contoso-partner.example.');
  });

  it.each([{}, { id: 'x' }, { token: 'x' }, 'text', null])('is refused where it is %j', async (value) => {
    expect((await world.invoke(world.desk.megan, chat, 'signin/tokenExchange', value)).status).toBe(400);
  });

  it('that cannot be had by Teams leaves the button', async () => {
    await say('referrals');
    await world.invoke(world.desk.megan, chat, 'signin/failure', { code: 'resourcematchfailed', message: 'x' });
    expect(world.offers(chat).map(({ tokenExchangeResource }) => Boolean(tokenExchangeResource))).toEqual([
      true,
      false,
    ]);
    const { code } = await world.browse(lastLink(), world.entra.people.megan);
    await bring(code);
    await answered();
  });
});

describe('with the button of the card', () => {
  it('missing consent is given, and what was asked is answered once', async () => {
    world.entra.state.policies.withdrawConsent(world.app, referrals);
    await say('referrals');
    expect((await world.exchange(world.desk.megan, chat)).status).toBe(412);
    const page = await world.browse(lastLink(), world.entra.people.megan);
    expect(page).toMatchObject({ status: 200, code: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/) });
    expect(answers()).toEqual([]);
    expect((await bring(page.code)).status).toBe(200);
    await answered();
    expect((await bring(page.code)).status).toBe(404);
    await world.desk.clock.advance(10_000);
    expect(answers()).toHaveLength(2);
    expect(texts().at(-1)).toContain('code is wrong');
  });

  it.each([
    ['a second factor', () => void world.entra.state.policies.mfaFor.add(referrals)],
    [
      'what conditional access wants',
      () => void world.entra.state.policies.challenges.set(referrals, '{"access_token":{}}'),
    ],
  ])('%s is brought', async (_what, demand) => {
    demand();
    await say('referrals');
    const token = await world.sso(world.entra.people.megan, { mfa: false });
    expect((await world.exchange(world.desk.megan, chat, { token })).status).toBe(412);
    const { code } = await world.browse(lastLink(), world.entra.people.megan);
    await bring(code);
    await answered();
    expect(world.offers(chat)).toHaveLength(1);
  });

  it('a second factor that Partner Center itself wants is brought', async () => {
    await say('referrals');
    const token = await world.sso(world.entra.people.megan, { mfa: false });
    await world.exchange(world.desk.megan, chat, { token });
    const offer = await eventually('another card', () => world.offers(chat)[1]);
    expect(offer).toMatchObject({ text: expect.stringContaining('multi-factor') });
    expect(offer.tokenExchangeResource).toBeUndefined();
    const { code } = await world.browse(lastLink(), world.entra.people.megan);
    await bring(code);
    await answered();
    expect(world.offers(chat)).toHaveLength(2);
  });

  it('a sign-in that did not help is followed by a sentence, not by another', async () => {
    world.entra.people.megan.mfa = 'none';
    await say('referrals');
    await world.exchange(world.desk.megan, chat);
    await eventually('another card', () => world.offers(chat)[1]);
    await bring((await world.browse(lastLink(), world.entra.people.megan)).code);
    await answered();
    expect(texts()).toEqual([expect.stringMatching(/You signed in, but without the multi-factor.*Reference PD-/)]);
    await say('referrals');
    expect(world.offers(chat)).toHaveLength(2);
    expect(texts()).toHaveLength(2);
    await world.desk.clock.jump(11 * 60_000);
    await say('referrals');
    expect(world.offers(chat)).toHaveLength(3);
  });

  it('the code may be typed, in a channel too', async () => {
    const { desk } = world;
    await say('referrals', desk.megan, desk.channel);
    const { code } = await world.browse(lastLink(desk.channel), world.entra.people.megan);
    await say(code.toLowerCase(), desk.megan, desk.channel);
    await answered(1, desk.channel);
    expect(exchanges()).toHaveLength(1);
  });

  it('a code is good for its own person only, and five wrong ones end it', async () => {
    await say('referrals');
    const { code } = await world.browse(lastLink(), world.entra.people.megan);
    const other = world.desk.teams.places.addPersonalChat(world.desk.alex);
    expect((await bring(code, other, world.desk.alex)).status).toBe(404);
    for (let count = 0; count < 5; count++) await say('AAAA-AAAA');
    expect((await bring(code)).status).toBe(404);
    expect(exchanges()).toEqual([]);
  });

  it('nobody else can sign in', async () => {
    await say('referrals');
    const page = await world.browse(lastLink(), world.entra.people.alex);
    expect(page).toMatchObject({ status: 403, code: '', html: expect.stringContaining('Somebody else') });
    expect(await world.audit()).toContainEqual(
      expect.objectContaining({
        action: 'signIn',
        outcome: 'denied',
        after: { way: 'browser', reason: 'of another person' },
      }),
    );
    const again = await world.browse(lastLink(), world.entra.people.megan);
    expect(again).toMatchObject({ status: 404, html: expect.stringContaining('not known any more') });
  });

  it('closing the window is no answer', async () => {
    await say('referrals');
    expect((await bring('CancelledByUser')).status).toBe(200);
    expect(answers()).toEqual([]);
  });
});

describe('faults of Entra', () => {
  it.each([
    ['a disabled account', () => void (world.entra.people.megan.disabled = true), /company’s rules/],
    ['a block', () => void world.entra.state.policies.blocked.add(referrals), /company’s rules/],
    ['a wrong secret of the app', () => void (world.app.secrets = ['other']), /registration/],
    [
      'a passing fault',
      () => void world.entra.state.faults.add({ grant: 'on_behalf_of', code: 90033, times: 9 }),
      /cannot be reached/,
    ],
  ])('%s is told in a sentence, and no card follows', async (_what, spoil, sentence) => {
    await say('referrals');
    spoil();
    await world.exchange(world.desk.megan, chat);
    await answered();
    expect(texts()).toEqual([expect.stringMatching(sentence)]);
    expect(world.offers(chat)).toHaveLength(1);
    world.app.secrets = [world.secret];
    world.entra.state.policies.blocked.clear();
  });
});

describe('with others present', () => {
  it('only the person sees the card; Teams brings a token in a chat, and none in a channel', async () => {
    const { desk } = world;
    const group = desk.teams.places.addGroupChat('Deals');
    const channel = desk.teams.places.addChannel('Deals');
    await say('referrals', desk.megan, group);
    await say('referrals', desk.megan, channel);
    const seen = [group, channel].flatMap((place) => world.offers(place));
    expect(seen.map(({ targeted, tokenExchangeResource }) => [targeted, Boolean(tokenExchangeResource)])).toEqual([
      [true, true],
      [true, false],
    ]);
    await world.exchange(desk.megan, group);
    await answered(1, group);
    await answered(1, channel);
  });

  it('a sentence sends the person to the personal chat where the card cannot be shown', async () => {
    const { desk } = world;
    const group = desk.teams.places.addGroupChat('Deals');
    // The typing dots and the card.
    desk.teams.fault({ status: 400, method: 'POST', times: 2 });
    await say('referrals', desk.megan, group);
    expect(texts(group)).toEqual([expect.stringContaining('in our personal chat')]);
    await say('sign in');
    await world.exchange(desk.megan, chat);
    await answered(2, group);
  });
});

test('signing out forgets the person, and is in the audit trail', async () => {
  await ask('sign in');
  await say('sign out');
  expect(texts().at(-1)).toContain('You are signed out');
  await say('referrals');
  expect(world.offers(chat)).toHaveLength(2);
  await say('sign out');
  expect(texts().at(-1)).toContain('not signed in');
  const own = (await world.audit()).filter(({ conversationId }) => conversationId === chat.id);
  expect(own.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['signIn', 'done'],
    ['signOut', 'done'],
  ]);
});

test('a token of the sandbox is worth nothing', async () => {
  await ask('referrals');
  expect(world.desk.sandbox.world.requests().length).toBeGreaterThan(0);
  const tokens = world.desk.sandbox.world.requests().map(({ who }) => who);
  expect(new Set(tokens)).toEqual(new Set([world.desk.megan.aadObjectId]));
});
