import { commands } from '../../src/commands';
import { neededTokens } from '../../src/commands/neededTokens';
import { searchCommands } from '../../src/messageExtension';
import { SignInNeeded } from '../../src/partnerCenter/signInNeeded';
import type { TokenSource } from '../../src/partnerCenter/tokenSource';
import { startDesk, type TestDesk } from '../support/desk';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ world: 'seeded', env: { POLL_INTERVAL_SECONDS: '86400' } });
});
afterAll(() => desk.close());
// What was found for the test before is forgotten by then.
beforeEach(() => desk.clock.jump(11 * 60_000));

/** Which APIs were asked as Megan since then. */
function askedSince(count: number): string[] {
  const journal = desk.sandbox.world.requests().slice(count);
  const own = journal.filter(({ who }) => who === desk.megan.aadObjectId);
  return [...new Set(own.map(({ path }) => (path.startsWith('/v1.0/') ? 'referrals' : 'partner-center')))];
}

test.each(commands.map((command) => [command.example, command] as const))(
  '"%s" asks exactly the APIs that it declares',
  async (example, { name, needs }) => {
    const before = desk.sandbox.world.requests().length;
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    await desk.teams.say({ by: desk.megan, in: chat }, example);
    // It has the token, and asks nothing with it.
    expect(askedSince(before)).toEqual(name === 'sign in' ? [] : needs);
  },
);

test.each(searchCommands.map((command) => [command.id, command] as const))(
  'the search %s asks exactly the APIs that it declares',
  async (id, { needs }) => {
    const before = desk.sandbox.world.requests().length;
    const chat = desk.teams.places.addPersonalChat(desk.megan);
    await desk.teams.search({ by: desk.megan, in: chat }, id, 'zebra');
    expect(askedSince(before)).toEqual(needs);
  },
);

describe('the tokens of a piece of work', () => {
  const all: TokenSource = { who: 'megan', getToken: (audience) => Promise.resolve(`token of ${audience}`) };

  it('are those that it declares, and no others', async () => {
    const tokens = await neededTokens(all, ['referrals']);
    expect(await tokens.getToken('referrals')).toBe('token of referrals');
    await expect(tokens.getToken('partner-center')).rejects.toThrow('not declared');
  });

  it('are had before it begins, or it does not begin', async () => {
    const one: TokenSource = {
      who: 'megan',
      getToken: (audience) =>
        audience === 'referrals' ? Promise.resolve('token') : Promise.reject(new SignInNeeded('consent')),
    };
    await expect(neededTokens(one, ['referrals', 'partner-center'])).rejects.toBeInstanceOf(SignInNeeded);
  });
});
