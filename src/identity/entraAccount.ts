import { ConfidentialClientApplication, type AuthenticationResult } from '@azure/msal-node';
import type { AppRegistration } from '../config/registrations';
import { span } from '../lib/span';
import type { Audience } from '../partnerCenter/tokenSource';
import { accountFault, AccountFault } from './accountFault';
import { msalAuth, type AppCredential } from './appCredential';
import type { Token } from './cachedToken';
import { msalNetwork } from './msalNetwork';
import type { TokenCache } from './tokenCache';

/** What one browser's sign-in is tied to. */
export interface SignInTies {
  state: string;
  nonce: string;
}

/** Who signed in, as the id token says. */
export interface SignedIn {
  /** Entra object id. */
  accountId: string;
  /** For example `partnerdesk@contoso.com`. */
  accountName: string;
  tenantId: string;
}

/** Entra, for one account: MSAL's authorization-code flow and its refreshing. */
export interface EntraAccount {
  /** Where the browser signs in. https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow */
  signInUrl(ties: SignInTies & { challenge: string }): Promise<string>;
  /** Exchanges the code for tokens, which go into the cache. Rejects with an AccountFault. */
  redeem(cache: TokenCache, code: string, nonce: string, verifier: string): Promise<SignedIn>;
  /** A fresh token; the refresh token that came with it is in the cache. Rejects with an AccountFault. */
  refresh(cache: TokenCache, audience: Audience): Promise<Token>;
}

export interface EntraAccountParts {
  app: AppRegistration;
  credential: AppCredential;
  fetch: typeof fetch;
  /** Where Entra sends the browser back to. */
  redirectUri: string;
  /** ms since the epoch */
  now: () => number;
}

// https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication
const scopes: Readonly<Record<Audience, string>> = {
  referrals: 'https://api.partner.microsoft.com/user_impersonation',
  'partner-center': 'https://api.partnercenter.microsoft.com/user_impersonation',
};

/** Makes it. Each piece of work has an MSAL client of its own, so that nothing of one cache is left for the next. */
export function entraAccount({ app, credential, fetch: fetchHttp, redirectUri, now }: EntraAccountParts): EntraAccount {
  const networkClient = msalNetwork(app.authorityHost, fetchHttp);
  const client = (cachePlugin?: TokenCache) =>
    new ConfidentialClientApplication({
      auth: msalAuth(app, credential),
      system: { networkClient },
      ...(cachePlugin ? { cache: { cachePlugin } } : {}),
    });
  return {
    signInUrl: ({ state, nonce, challenge }) =>
      client().getAuthCodeUrl({
        scopes: [scopes.referrals],
        redirectUri,
        state,
        nonce,
        codeChallenge: challenge,
        codeChallengeMethod: 'S256',
        // The account is seldom the one that this browser is signed in with.
        prompt: 'select_account',
      }),
    async redeem(cache, code, nonce, codeVerifier) {
      const request = { scopes: [scopes.referrals], redirectUri, code, nonce, codeVerifier };
      return signedIn(await orFault(client(cache).acquireTokenByCode(request)));
    },
    async refresh(cache, audience) {
      const msal = client(cache);
      const [account] = await msal.getTokenCache().getAllAccounts();
      if (!account) throw new AccountFault('ended', 'refused');
      const request = { account, scopes: [scopes[audience]], forceRefresh: true };
      const { accessToken: token, expiresOn } = await span(
        'token refresh_token',
        { 'partner_desk.token.audience': audience },
        () => orFault(msal.acquireTokenSilent(request)),
        'client',
      );
      if (!token || !expiresOn) throw new AccountFault('passing');
      // MSAL reckons by the machine's clock.
      return { token, expiresAt: now() + (expiresOn.getTime() - Date.now()) };
    },
  };
}

function signedIn({ idTokenClaims, account, tenantId }: AuthenticationResult): SignedIn {
  const { oid } = idTokenClaims as { oid?: unknown };
  if (typeof oid !== 'string' || !account) throw new AccountFault('passing');
  return { accountId: oid, accountName: account.username || oid, tenantId };
}

async function orFault<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw accountFault(error);
  }
}
