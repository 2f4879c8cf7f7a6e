import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWTPayload } from 'jose';
import { SigningKeys } from './signingKeys';
import { forge, type SsoChanges } from './ssoToken';

/** How a token of Bot Framework is to differ from a good one. */
export interface TeamsTokenChanges {
  /** Over the claims of a good one; `undefined` takes a claim away. */
  claims?: JWTPayload;
  forged?: SsoChanges['forged'];
}

/** Bot Framework's login as bots see it, on loopback. */
export interface BotFramework {
  /** For BOT_OPENID_METADATA_URL. */
  metadataUrl: string;
  keys: SigningKeys;
  /** What Teams sends along with an activity, or a forgery of it. */
  token(botId: string, serviceUrl: string, changes?: TeamsTokenChanges): Promise<string>;
  /** Paths that were asked for, oldest first. */
  requests: string[];
  /** What is answered in place of the documents: nothing at all, a status, or a body. */
  fault: 'hang' | number | { body: string } | undefined;
  close(): Promise<void>;
}

export const botFrameworkIssuer = 'https://api.botframework.com';

/** @param now the test's clock, ms since the epoch */
export async function startBotFramework({ now = Date.now }: { now?: () => number } = {}): Promise<BotFramework> {
  const keys = await SigningKeys.create('botframework', { endorsements: ['msteams', 'webchat'] });
  const server = createServer((request, response) => {
    login.requests.push(request.url ?? '');
    answer(login, documents[request.url ?? '']?.(), response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const documents: Record<string, () => unknown> = {
    '/v1/.well-known/openidconfiguration': () => ({
      issuer: botFrameworkIssuer,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${origin}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
    '/v1/.well-known/keys': () => keys.published,
  };
  const login: BotFramework = {
    metadataUrl: `${origin}/v1/.well-known/openidconfiguration`,
    keys,
    token(botId, serviceUrl, { claims, forged } = {}) {
      const nbf = Math.floor(now() / 1000);
      const good = { serviceurl: serviceUrl, nbf, exp: nbf + 3600, iss: botFrameworkIssuer, aud: botId, ...claims };
      return forged ? forge({ keys }, good, forged) : keys.sign(good);
    },
    requests: [],
    fault: undefined,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return login;
}

function answer({ fault }: BotFramework, document: unknown, response: ServerResponse): void {
  if (fault === 'hang') return;
  response.statusCode = typeof fault === 'number' ? fault : document === undefined ? 404 : 200;
  response.setHeader('content-type', 'application/json');
  response.end(typeof fault === 'object' ? fault.body : JSON.stringify(document ?? {}));
}
