import { startDesk, type TestDesk } from '../desk';
import { TestClock } from '../testClock';
import { homeTenant, type EntraApp } from './directory';
import { startBotFramework, type BotFramework } from './startBotFramework';
import { startEntra, type Entra } from './startEntra';
import { teamsAuthentication } from './teamsAuthentication';

/** The product with a bot registration: Teams signs what it sends, and takes nothing without the bot's own token. */
export interface SecuredDesk {
  desk: TestDesk;
  entra: Entra;
  botFramework: BotFramework;
  bot: EntraApp;
  close(): Promise<void>;
}

/** `BOT_ID` of the bot that Teams talks to in tests. */
export const botId = '0b6f9c1e-2d34-4c57-9f10-a1b2c3d4e5f6';

/** @param env in place of the client secret, or beside it */
export async function startSecuredDesk(env: Record<string, string> = {}): Promise<SecuredDesk> {
  const clock = new TestClock();
  const now = () => clock.now();
  const [entra, botFramework] = await Promise.all([startEntra({ now }), startBotFramework({ now })]);
  const bot = entra.state.addApp({ name: 'Partner Desk bot', clientId: botId, secrets: ["the bot's secret"] });
  const desk = await startDesk({
    clock,
    env: {
      BOT_ID: botId,
      BOT_TENANT_ID: homeTenant,
      SECRET_BOT_PASSWORD: "the bot's secret",
      BOT_LOGIN_URL: entra.authorityHost,
      BOT_OPENID_METADATA_URL: botFramework.metadataUrl,
      ...env,
    },
  });
  desk.teams.authentication = teamsAuthentication(botId, { botFramework, entra, now });
  return {
    desk,
    entra,
    botFramework,
    bot,
    async close() {
      await desk.close();
      await Promise.all([entra.close(), botFramework.close()]);
    },
  };
}
