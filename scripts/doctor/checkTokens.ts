import { ConfidentialClientApplication } from '@azure/msal-node';
import { createAuthorize } from '../../src/bot/botToken';
import type { Config } from '../../src/config';
import type { AppRegistration } from '../../src/config/registrations';
import { createAppCredential, msalAuth } from '../../src/identity/appCredential';
import { msalNetwork } from '../../src/identity/msalNetwork';
import type { Clock } from '../../src/lib/clock';
import { ok, problem, unknown, type Finding } from './finding';

interface TokenWorld {
  clock: Clock;
  fetch: typeof fetch;
}

/** Any service URL of Teams: nothing is sent there. */
const teams = { url: 'https://smba.trafficmanager.net/teams/', host: 'smba.trafficmanager.net' };

/** What Entra's most frequent refusals come from. https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
const causes: Readonly<Record<string, string>> = {
  AADSTS7000215: 'the client secret is wrong; give its value, not its id',
  AADSTS7000222: 'the client secret has run out; make a new one',
  AADSTS700016: 'the app is not in that tenant; check the client id and the tenant id',
  AADSTS700027: 'the certificate is not the one that the app has',
  AADSTS90002: 'there is no such tenant; check the tenant id',
  AADSTS700213: 'the app has no federated credential for this identity',
};

/** Whether Entra gives tokens to the bot and to the app that people sign in to. */
export async function checkTokens({ bot, signInApp }: Config, world: TokenWorld): Promise<Finding[]> {
  return [await checkBot(bot, world), await checkSignInApp(signInApp, world)];
}

async function checkBot(bot: Config['bot'], world: TokenWorld): Promise<Finding> {
  const what = 'bot';
  if (!bot) return unknown(what, 'without BOT_ID inbound checks are off, and only this machine can reach the bot');
  try {
    await createAuthorize(bot, { ...world, allowedHosts: [teams.host] })(teams.url);
    return ok(what, `Entra gives the bot ${bot.id} its token`);
  } catch (error) {
    return problem(what, `no token for the bot ${bot.id}: ${whyNot(error)} (BOT_ID, BOT_TENANT_ID and its secret)`);
  }
}

async function checkSignInApp(app: AppRegistration | null, world: TokenWorld): Promise<Finding> {
  const what = 'sign-in app';
  if (!app) return unknown(what, 'without AAD_APP_CLIENT_ID nobody signs in');
  try {
    const client = new ConfidentialClientApplication({
      auth: msalAuth(app, createAppCredential(app.proof)),
      system: { networkClient: msalNetwork(app.authorityHost, world.fetch) },
    });
    await client.acquireTokenByClientCredential({ scopes: [`${app.clientId}/.default`], skipCache: true });
    return ok(what, `Entra accepts what proves the app ${app.clientId}`);
  } catch (error) {
    const names = 'AAD_APP_CLIENT_ID, AAD_APP_TENANT_ID and its secret';
    return problem(what, `Entra does not accept the app ${app.clientId}: ${whyNot(error)} (${names})`);
  }
}

/** Entra's code and what it comes from; nothing else of what was said, which may hold more than may be shown. */
function whyNot(error: unknown): string {
  const code = /AADSTS\d+/.exec(error instanceof Error ? error.message : '')?.[0];
  if (code === undefined) return 'Entra cannot be reached, or the certificate or managed identity cannot be used';
  return `${code}, ${causes[code] ?? 'see https://login.microsoftonline.com/error'}`;
}
