import { ManagedIdentityCredential } from '@azure/identity';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { isAllowedServiceUrl } from '../config/serviceHosts';
import type { BotRegistration } from '../config/registrations';
import { createAppCredential, msalAuth } from '../identity/appCredential';
import { cachedToken, type Token } from '../identity/cachedToken';
import { msalNetwork } from '../identity/msalNetwork';
import { systemClock, type Clock } from '../lib/clock';
import { span } from '../lib/span';
import type { Authorize } from './connector';

// https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
const connectorScope = 'https://api.botframework.com/.default';

/** What the bot's tokens are fetched with. */
export interface AuthorizeParts {
  fetch: typeof fetch;
  clock: Clock;
  /** The hosts that the token may be sent to; a conversation may have been stored when there were others. */
  allowedHosts: readonly string[];
}

/**
 * How calls to Teams are authorized: with the bot's own token, fetched once for everybody and kept until shortly before its end.
 * @param bot without a registration calls go out without a token
 * @throws ConfigError when the certificate's file cannot be used
 */
export function createAuthorize(bot: BotRegistration | null, parts: AuthorizeParts): Authorize {
  if (!bot) return () => Promise.resolve(undefined);
  const acquire = tokenOf(bot, parts);
  const facts = { 'partner_desk.token.audience': 'teams' };
  const getToken = cachedToken(() => span('token client_credentials', facts, acquire, 'client'), parts.clock);
  return async (url) => {
    if (!isAllowedServiceUrl(url, parts.allowedHosts)) throw new Error('Its host is not in ALLOWED_SERVICE_URLS');
    return `Bearer ${await getToken()}`;
  };
}

function tokenOf(bot: BotRegistration, { fetch: fetchHttp, clock }: AuthorizeParts): () => Promise<Token> {
  // The libraries count from the machine's clock.
  const expiryOf = (machineTime: number) => clock.now() + machineTime - systemClock.now();
  if (bot.proof.kind === 'managedIdentity') {
    const identity = new ManagedIdentityCredential({ clientId: bot.id });
    return async () => {
      const { token, expiresOnTimestamp } = await identity.getToken(connectorScope);
      return { token, expiresAt: expiryOf(expiresOnTimestamp) };
    };
  }
  const { id: clientId, tenantId, loginUrl: authorityHost } = bot;
  const app = new ConfidentialClientApplication({
    auth: msalAuth({ clientId, tenantId, authorityHost }, createAppCredential(bot.proof)),
    system: { networkClient: msalNetwork(authorityHost, fetchHttp) },
  });
  return async () => {
    const result = await app.acquireTokenByClientCredential({ scopes: [connectorScope], skipCache: true });
    if (!result?.expiresOn) throw new Error('The authority gave no token for the bot');
    return { token: result.accessToken, expiresAt: expiryOf(result.expiresOn.getTime()) };
  };
}
