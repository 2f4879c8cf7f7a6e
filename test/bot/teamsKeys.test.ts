import { createTeamsKeys } from '../../src/bot/teamsKeys';
import { teamsTokenCheck, type CheckTeamsToken } from '../../src/bot/teamsToken';
import { createLog } from '../../src/lib/log';
import { startBotFramework, type BotFramework } from '../support/entra/startBotFramework';
import { eventually } from '../support/eventually';
import { TestClock } from '../support/testClock';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
let clock: TestClock;
let login: BotFramework;
let check: CheckTeamsToken;

beforeEach(async () => {
  clock = new TestClock();
  login = await startBotFramework({ now: () => clock.now() });
  const keys = createTeamsKeys(login.metadataUrl, { fetch, clock, log: createLog('silent') });
  check = teamsTokenCheck({ id: 'bot' }, keys, clock);
});
afterEach(() => login.close());

const bearer = async () => `Bearer ${await login.token('bot', serviceUrl)}`;
const taken = { serviceUrl, endorsements: ['msteams', 'webchat'] };
/** Documents that were read; a look at the keys reads two. */
const read = () => login.requests.length;

describe('the keys of Bot Framework', () => {
  it('are read once, however many ask', async () => {
    const tokens = await Promise.all([bearer(), bearer(), bearer()]);
    expect(await Promise.all(tokens.map((token) => check(token)))).toEqual([taken, taken, taken]);
    await clock.jump(23 * 3_600_000);
    await check(await bearer());
    expect(read()).toBe(2);
  });

  it('are read anew after a day, and nobody waits for it', async () => {
    await check(await bearer());
    await clock.jump(24 * 3_600_000);
    const token = await bearer();
    login.fault = 'hang';
    expect(await check(token)).toEqual(taken);
    await eventually('the keys are asked for', () => read() === 3);
  });

  it('are read anew for a key that is new', async () => {
    await check(await bearer());
    await login.keys.rotate();
    await clock.jump(60_000);
    expect(await check(await bearer())).toEqual(taken);
    expect(read()).toBe(4);
  });

  it('are not read more than once a minute, whatever keys are named', async () => {
    await check(await bearer());
    const forged = `Bearer ${await login.token('bot', serviceUrl, { forged: 'unknownKid' })}`;
    await clock.jump(60_000);
    for (let i = 0; i < 5; i++) await expect(check(forged)).rejects.toMatchObject({ problem: 'unknownKey' });
    expect(read()).toBe(4);
  });

  it.each([
    ['no answer', 503 as const],
    ['something else', { body: '<html>' }],
    ['no keys', { body: '{"issuer":"x"}' }],
  ])('serve on beyond their day while there is %s', async (_what, fault) => {
    await check(await bearer());
    login.fault = fault;
    await clock.jump(25 * 3_600_000);
    expect(await check(await bearer())).toEqual(taken);
    expect(await check(await bearer())).toEqual(taken);
  });

  it('are missed in words where there never were any, and had when they are there', async () => {
    login.fault = 500;
    await expect(check(await bearer())).rejects.toMatchObject({ problem: 'keysUnavailable' });
    login.fault = undefined;
    await clock.jump(60_000);
    expect(await check(await bearer())).toEqual(taken);
  });

  it('that are withdrawn sign nothing any more', async () => {
    const old = await bearer();
    await check(old);
    await login.keys.rotate({ forgetOld: true });
    await clock.jump(60_000);
    await check(await bearer());
    await expect(check(old)).rejects.toMatchObject({ problem: 'unknownKey' });
  });
});
