import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createTestAuthority } from './certificates';
import { homeTenant, type EntraApp, type EntraUser } from './directory';
import { EntraState, type EntraCall } from './entraState';
import { serveEntra } from './serveEntra';
import { SigningKeys } from './signingKeys';
import { ssoToken, type SsoChanges } from './ssoToken';
import { trustAuthority } from './trustAuthority';

/** A Microsoft Entra that runs here, on TLS. Everything that can be changed about it is in `state`. */
export interface Entra {
  /** For ENTRA_AUTHORITY_HOST: `https://localhost:<port>`. */
  authorityHost: string;
  /** PEM, for NODE_EXTRA_CA_CERTS of child processes; this process trusts it already. */
  caCertificate: string;
  state: EntraState;
  /** For `startSandbox({ entra })`, which then takes the tokens of this Entra. */
  trust: { keysUrl: string; tenantId: string };
  /** The people of the sandbox, by the same object ids, and a stranger of another tenant. */
  people: EntraState['people'];
  /** The calls that reached it, oldest first, those that match. */
  calls(like?: Partial<EntraCall>): EntraCall[];
  /** What Teams gives as a single sign-on token, or a forgery of it. */
  ssoToken(user: EntraUser, app: EntraApp, changes?: SsoChanges): Promise<string>;
  close(): Promise<void>;
}

/** @param now the test's clock, ms since the epoch: tokens are issued and judged by it */
export async function startEntra({ now = Date.now }: { now?: () => number } = {}): Promise<Entra> {
  const authority = await createTestAuthority();
  const { certificate, privateKey } = await authority.forLoopback();
  const state = new EntraState(now, await SigningKeys.create('entra'));
  const server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
    serveEntra(state, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  state.host = `https://localhost:${(server.address() as AddressInfo).port}`;
  trustAuthority(authority.certificate);
  return {
    authorityHost: state.host,
    caCertificate: authority.certificate,
    state,
    trust: { keysUrl: `${state.host}/${homeTenant}/discovery/v2.0/keys`, tenantId: homeTenant },
    people: state.people,
    calls: (like = {}) =>
      state.calls.filter((call) =>
        Object.entries(like).every(([name, value]) => call[name as keyof EntraCall] === value),
      ),
    ssoToken: (user, app, changes = {}) => ssoToken(state, user, app, changes),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
