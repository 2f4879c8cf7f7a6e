import type { DeskWatching } from '../commands/desk';
import type { Config } from '../config';
import { createAppCredential } from '../identity/appCredential';
import { Connecting } from '../identity/connecting';
import { entraAccount } from '../identity/entraAccount';
import { sandboxServiceTokens } from '../identity/sandboxTokens';
import { createVault } from '../identity/vault';
import { createWatchingAccount, type WatchingAccount } from '../identity/watchingAccount';
import type { Clock } from '../lib/clock';
import { newId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import type { ReadingTokens } from '../partnerCenter/tokenSource';
import type { Store } from '../storage/store';
import { accountFindings } from '../watch/accountFindings';
import { connectPaths } from '../web/connectRoutes';

/** The account that watches, as the rest of the product needs it. */
export interface Account {
  tokens: ReadingTokens;
  desk: Omit<DeskWatching, 'looks' | 'areWebhooksOn' | 'webhooks'>;
  /** What the pages for connecting an account need; null with sandbox identities. */
  pages: { connecting: Connecting; account: WatchingAccount; origin: string; authorityHost: string } | null;
}

interface AccountParts {
  store: Store;
  partnerCenter: PartnerCenter;
  clock: Clock;
  fetch: typeof fetch;
  random: () => number;
  log: Log;
  /** Called when conversations are to be told that the account has ended. */
  onEnded: () => void;
}

const sandbox: Account = {
  tokens: sandboxServiceTokens,
  desk: {
    state: () => Promise.resolve({ kind: 'sandbox' }),
    link: () => Promise.resolve(undefined),
    disconnect: () => Promise.resolve(undefined),
  },
  pages: null,
};

/**
 * Makes it as the configuration says: the sandbox's, or one that an administrator connects.
 * @throws ConfigError when the certificate of the sign-in app cannot be used
 */
export function createAccount(
  { identity, signInApp: app, botDomain, tokenKeys }: Config,
  { partnerCenter, ...parts }: AccountParts,
): Account {
  if (identity === 'sandbox' || !app) return sandbox;
  const { clock, log } = parts;
  if (tokenKeys.length === 0) log.error('SECRET_TOKEN_KEY is not set: no account can be connected for watching');
  const origin = `https://${botDomain}`;
  const entra = entraAccount({
    app,
    credential: createAppCredential(app.proof),
    fetch: parts.fetch,
    redirectUri: origin + connectPaths.callback,
    now: () => clock.now(),
  });
  const common = { ...parts, vault: createVault(tokenKeys), newId, entra };
  const account = createWatchingAccount(common);
  const findOut = (tokens: ReadingTokens) => accountFindings(partnerCenter, tokens, log);
  const connecting = new Connecting({ ...common, tenantId: app.tenantId, findOut });
  return {
    tokens: account.tokens,
    desk: {
      state: () => account.state(),
      async link({ id, name, conversationId, referenceId }) {
        if (tokenKeys.length === 0) return undefined;
        const ask = { byId: id, byName: name, conversationId, referenceId, askedAt: clock.now() };
        return `${origin}${connectPaths.start}?link=${await connecting.link(ask)}`;
      },
      disconnect: (actor) => account.disconnect(actor),
    },
    pages: { connecting, account, origin, authorityHost: app.authorityHost },
  };
}
