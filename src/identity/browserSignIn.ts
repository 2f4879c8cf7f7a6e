import { ConfidentialClientApplication } from '@azure/msal-node';
import type { AppRegistration } from '../config/registrations';
import type { Clock } from '../lib/clock';
import { msalAuth, type AppCredential } from './appCredential';
import { AssertionRefused, type Assertion } from './assertion';
import { AuthFlows, type AuthFlow } from './authFlow';
import type { CheckAssertion } from './checkAssertion';
import { explainExchange } from './explainExchange';
import { msalNetwork } from './msalNetwork';
import { OneTimeCodes } from './oneTimeCodes';
import type { PeopleSessions } from './peopleSessions';

/** What the sign-in in a browser is made of. */
export interface BrowserSignInParts {
  app: AppRegistration;
  credential: AppCredential;
  /** The bot's public origin: `https://` and `BOT_DOMAIN`. */
  origin: string;
  check: CheckAssertion;
  sessions: PeopleSessions;
  clock: Clock;
  fetch: typeof fetch;
}

/** Who is to sign in. */
export interface Signer {
  /** Entra object id. */
  id: string;
  name: string;
}

/** How a sign-in in a browser ended. */
export type SignInEnd =
  | { code: string }
  /** `unknown`: not ours, or too old. `otherPerson`: somebody else signed in. */
  | { failed: 'unknown' | 'otherPerson' | 'declined' | 'unavailable'; person?: Signer; detail?: string };

/** The paths of its two pages; the second is to be registered in Entra as a redirect URI. */
export const signInPaths = { start: '/auth/signin', callback: '/auth/signin/callback' } as const;

/**
 * Signs one person in with a browser: authorization code with PKCE, state and nonce. What comes out is a token for this app
 * itself, which is exchanged as one from Teams is. It waits for the person to bring a code in Teams.
 */
export class BrowserSignIn {
  private readonly flows: AuthFlows<Signer>;
  private readonly codes: OneTimeCodes<Assertion>;

  constructor(private readonly parts: BrowserSignInParts) {
    this.flows = new AuthFlows<Signer>(parts.clock);
    this.codes = new OneTimeCodes<Assertion>(parts.clock);
  }

  /** An address that signs this person in, and nobody else. */
  link({ id, name }: Signer): string {
    const { state } = this.flows.begin({ id: id.toLowerCase(), name });
    return `${this.parts.origin}${signInPaths.start}?flow=${state}`;
  }

  /** Where the browser goes from there; undefined when the address is not known any more. */
  authorizeUrl(state: string): string | undefined {
    const flow = this.flows.find(state);
    if (!flow) return undefined;
    const { app, sessions } = this.parts;
    const query = new URLSearchParams({
      client_id: app.clientId,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: this.redirectUri,
      scope: `openid profile ${this.scope}`,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: flow.challenge,
      code_challenge_method: 'S256',
      ...wishesOf(sessions, flow.subject.id),
    });
    return `${app.authorityHost}/${app.tenantId}/oauth2/v2.0/authorize?${query.toString()}`;
  }

  /** Takes what Entra sent the browser back with. */
  async finish(answer: URLSearchParams): Promise<SignInEnd> {
    const state = answer.get('state') ?? '';
    const code = answer.get('code');
    // Somebody who declined may press the same button again.
    const flow = code ? this.flows.take(state) : this.flows.find(state);
    if (!flow) return { failed: 'unknown' };
    const { subject: person } = flow;
    if (!code) return { failed: 'declined', person, detail: answer.get('error') ?? '' };
    try {
      return { code: this.codes.issue(person.id, await this.redeemAtEntra(code, flow)) };
    } catch (error) {
      if (error instanceof AssertionRefused) return { failed: 'otherPerson', person, detail: error.reason };
      return { failed: 'unavailable', person, detail: explainExchange(error).message };
    }
  }

  /** Takes the code that the person brought; false when it is not theirs, wrong, used, or too old. */
  redeem(personId: string, code: string): boolean {
    const assertion = this.codes.redeem(personId.toLowerCase(), code);
    if (assertion) this.parts.sessions.accept(assertion, 'interactive');
    return assertion !== undefined;
  }

  /** Forgets what is under way for a person. */
  drop(personId: string): void {
    const id = personId.toLowerCase();
    this.flows.drop((person) => person.id === id);
    this.codes.drop(id);
  }

  private async redeemAtEntra(code: string, flow: AuthFlow<Signer>): Promise<Assertion> {
    const { app, credential, check, fetch } = this.parts;
    // A client of its own each time: what it caches is one person's, and ends with it.
    const client = new ConfidentialClientApplication({
      auth: msalAuth(app, credential),
      system: { networkClient: msalNetwork(app.authorityHost, fetch) },
    });
    const { redirectUri } = this;
    const request = { code, redirectUri, scopes: [this.scope], codeVerifier: flow.verifier, nonce: flow.nonce };
    const { accessToken, idToken } = await client.acquireTokenByCode(request);
    await check(idToken, flow.subject.id, flow.nonce);
    return check(accessToken, flow.subject.id);
  }

  private get redirectUri(): string {
    return this.parts.origin + signInPaths.callback;
  }

  /** An app asks for a token for itself by its client id: https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc */
  private get scope(): string {
    return `${this.parts.app.clientId}/.default`;
  }
}

/** What this sign-in has to bring that the last one lacked. */
function wishesOf(sessions: PeopleSessions, personId: string): Record<string, string> {
  const email = sessions.email(personId);
  const need = sessions.need(personId);
  return {
    ...(email ? { login_hint: email } : {}),
    ...(need?.claims ? { claims: need.claims } : {}),
    // `.default` asks nobody who has agreed to anything before.
    ...(need?.why === 'consent' ? { prompt: 'consent' } : {}),
    ...(need?.why === 'mfa' ? { prompt: 'login', amr_values: 'mfa' } : {}),
    ...(need?.why === 'refused' ? { prompt: 'login' } : {}),
  };
}
