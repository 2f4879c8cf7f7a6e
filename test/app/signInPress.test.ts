import { eventually } from '../support/eventually';
import type { BotAnswer, Place, TeamsUser } from '../support/fakeTeams';
import { startSignInDesk, type SignInDesk } from '../support/signInDesk';

const referrals = 'https://api.partner.microsoft.com';
let world: SignInDesk;
let chat: Place;
let referralId: string;

beforeAll(async () => {
  world = await startSignInDesk();
});
afterAll(() => world.close());
beforeEach(async () => {
  const { desk, entra, app } = world;
  await desk.clock.jump(2 * 3_600_000);
  entra.state.policies.consentToAll(app);
  entra.people.megan.mfa = 'enrolled';
  chat = desk.teams.places.addPersonalChat(desk.megan);
  [{ id: referralId } = { id: '' }] = desk.sandbox.world.referrals.arrive({ customerProfile: { name: 'Fabrikam' } });
});

interface Login {
  tokenExchangeResource?: { id: string; uri: string };
  buttons: { type: string; value: string }[];
}
const press = (brought: object = {}, by: TeamsUser = world.desk.megan) =>
  world.invoke(by, chat, 'adaptiveCard/action', {
    action: { type: 'Action.Execute', verb: 'referral.accept', data: { referralId } },
    ...brought,
  });
const withToken = async (token?: string) =>
  press({ authentication: { id: 'x', token: token ?? (await world.sso(world.entra.people.megan)) } });
const loginOf = ({ body }: BotAnswer): Login => body?.value as Login;
const patches = () => world.desk.sandbox.world.requests().filter(({ method }) => method === 'PATCH').length;
const accepted = () => world.desk.sandbox.world.referrals.find(referralId)?.substatus;
const exchanges = () => world.entra.calls({ grant: 'on_behalf_of' }).length;

describe('a press of somebody who is not signed in', () => {
  it('asks Teams for a token, and is carried out once when it comes with one', async () => {
    const before = patches();
    const asked = await press();
    expect(asked).toMatchObject({
      status: 200,
      body: { statusCode: 401, type: 'application/vnd.microsoft.activity.loginRequest' },
    });
    expect(loginOf(asked)).toMatchObject({
      connectionName: 'PartnerDesk',
      tokenExchangeResource: { id: expect.any(String), uri: `api://botid-${world.botId}` },
      buttons: [{ type: 'signin', value: expect.stringMatching(/^https:\/\/bot\.example\/auth\/signin\?flow=/) }],
    });
    expect(patches()).toBe(before);
    const done = await withToken();
    expect(done).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    });
    expect([accepted(), patches()]).toEqual(['Accepted', before + 1]);
  });

  it('with the token of another person is refused and noted', async () => {
    const before = patches();
    const answer = await withToken(await world.sso(world.entra.people.isaiah));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        statusCode: 412,
        type: 'application/vnd.microsoft.error.preconditionFailed',
        value: { code: '412', message: expect.any(String) },
      },
    });
    expect((await press()).body?.statusCode).toBe(401);
    expect(patches()).toBe(before);
    expect((await world.audit()).at(-1)).toMatchObject({
      actorId: world.desk.megan.aadObjectId,
      outcome: 'denied',
      after: { reason: 'of another person' },
    });
  });

  it('where consent is missing falls back to the button, and comes again with its code', async () => {
    world.entra.state.policies.withdrawConsent(world.app, referrals);
    expect((await withToken()).body?.statusCode).toBe(412);
    const again = await press();
    expect(again.body?.statusCode).toBe(401);
    expect(loginOf(again).tokenExchangeResource).toBeUndefined();
    const { code } = await world.browse(loginOf(again).buttons[0]?.value ?? '', world.entra.people.megan);
    expect((await press({ state: 'AAAA-AAAA' })).body?.statusCode).toBe(412);
    expect((await press({ state: code })).body?.statusCode).toBe(200);
    expect(accepted()).toBe('Accepted');
  });

  it('without a second factor is asked for one once, and told when that did not help', async () => {
    world.entra.people.megan.mfa = 'none';
    const asked = await withToken();
    expect(asked.body?.statusCode).toBe(401);
    expect(loginOf(asked).tokenExchangeResource).toBeUndefined();
    const { code } = await world.browse(loginOf(asked).buttons[0]?.value ?? '', world.entra.people.megan);
    const answer = await press({ state: code });
    expect(answer.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(answer.body?.value).toMatch(/multi-factor.*Reference PD-/);
    expect(accepted()).not.toBe('Accepted');
  });

  it('from a client that knows no Action.Execute is carried out after the sign-in card', async () => {
    const { desk } = world;
    await desk.teams.submit({ by: desk.megan, in: chat }, '1', { verb: 'referral.accept', referralId });
    expect(world.offers(chat)).toHaveLength(1);
    expect((await world.exchange(desk.megan, chat)).status).toBe(200);
    await eventually('the decision', () => accepted() === 'Accepted');
  });

  it('is told what is wrong with its data first', async () => {
    referralId = '';
    expect(String((await press()).body?.value)).toContain('nothing was done');
  });
});

const search = (brought: object = {}) =>
  world.invoke(world.desk.megan, chat, 'composeExtension/query', {
    commandId: 'searchReferrals',
    parameters: [{ name: 'query', value: 'fabrikam' }],
    ...brought,
  });

describe('a search of somebody who is not signed in', () => {
  it('signs in by itself, and has results', async () => {
    expect((await search()).body?.composeExtension).toEqual({
      type: 'silentAuth',
      suggestedActions: {
        actions: [{ type: 'openUrl', title: 'Sign in', value: expect.stringMatching(/^https:\/\/bot\.example\//) }],
      },
    });
    const token = await world.sso(world.entra.people.megan);
    expect((await search({ authentication: { token } })).body?.composeExtension?.type).toBe('result');
    expect((await search()).body?.composeExtension?.type).toBe('result');
  });

  it('falls back to a link where that does not do', async () => {
    world.entra.state.policies.withdrawConsent(world.app, referrals);
    const token = await world.sso(world.entra.people.megan);
    expect((await search({ authentication: { token } })).status).toBe(412);
    const { body } = await search();
    expect(body?.composeExtension?.type).toBe('auth');
    const link = /https:\/\/bot\.example[^"]+/.exec(JSON.stringify(body))?.[0] ?? '';
    const { code } = await world.browse(link, world.entra.people.megan);
    expect((await search({ state: code })).body?.composeExtension?.type).toBe('result');
  });

  it('takes no token of another person', async () => {
    const before = exchanges();
    const token = await world.sso(world.entra.people.isaiah);
    expect((await search({ authentication: { token } })).status).toBe(412);
    expect((await search()).body?.composeExtension?.type).toBe('silentAuth');
    expect(exchanges()).toBe(before);
  });
});
