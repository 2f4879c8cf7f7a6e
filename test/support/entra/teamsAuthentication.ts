import { createLocalJWKSet, jwtVerify } from 'jose';
import type { TeamsAuthentication } from '../fakeTeams';
import type { BotFramework } from './startBotFramework';
import type { Entra } from './startEntra';

/** A Teams that signs what it sends to a bot, and takes only calls with a token that Entra gave to that bot. */
export const teamsAuthentication = (
  botId: string,
  { botFramework, entra, now }: { botFramework: BotFramework; entra: Entra; now: () => number },
): TeamsAuthentication => ({
  sign: async (serviceUrl) => `Bearer ${await botFramework.token(botId, serviceUrl)}`,
  accepts(authorization = '') {
    const expected = { audience: 'https://api.botframework.com', currentDate: new Date(now()) };
    const keys = createLocalJWKSet(entra.state.keys.published);
    return jwtVerify(authorization.replace(/^Bearer /, ''), keys, expected).then(
      ({ payload }) => payload.appid === botId,
      () => false,
    );
  },
});
