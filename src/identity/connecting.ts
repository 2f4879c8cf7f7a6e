import { createHash, timingSafeEqual } from 'node:crypto';
import type { Log } from '../lib/log';
import type { Audience, ReadingTokens } from '../partnerCenter/tokenSource';
import { AccountFault } from './accountFault';
import type { Token } from './cachedToken';
import { connectSteps, type AccountFindings, type Candidate, type ConnectAsk } from './connectSteps';
import type { EntraAccount, SignedIn } from './entraAccount';
import type { AccountParts } from './keptAccount';
import { oneTimeSecrets, randomKey } from './oneTimeSecrets';
import { TokenCache } from './tokenCache';

export interface ConnectingParts extends AccountParts {
  entra: EntraAccount;
  /** `AAD_APP_TENANT_ID`. */
  tenantId: string;
  /** Looks at Partner Center with an account's tokens. */
  findOut: (tokens: ReadingTokens) => Promise<AccountFindings>;
  log: Log;
}

/** Why a step of connecting an account was refused. */
export type ConnectRefusal =
  /** The link, the state or the page is not known: made up, used, or too old. */
  | 'unknown'
  /** Another browser began it. */
  | 'otherBrowser'
  /** Entra sent an error: the person went back, or may not. */
  | 'declined'
  /** Entra does not take the code, or it belongs to another sign-in. */
  | 'code'
  /** The account is another company's. */
  | 'otherTenant'
  /** It was not signed in with multi-factor authentication, so Partner Center will refuse it. */
  | 'noMfa'
  /** The form is not the one of the page. */
  | 'otherForm'
  /** Entra refuses the app itself. */
  | 'app'
  /** Entra cannot be reached, or has a problem. */
  | 'unavailable';

/** A step that was refused; who asked is known from the moment that the browser has come back. */
export interface ConnectRefused {
  refused: ConnectRefusal;
  ask?: ConnectAsk;
  /** Entra's code, for example `AADSTS65004`. */
  code?: string | undefined;
  /** The account that was signed in with. */
  accountName?: string;
}

/** What Entra sends the browser back with. */
export interface EntraAnswer {
  state: string;
  code: string;
  error: string;
}

/**
 * The way from an administrator's link to an account that waits to be confirmed: authorization code with PKCE, state and
 * nonce. Each step is good once, for ten minutes, and from the departure on in one browser only; any replica can take it.
 */
export class Connecting {
  private readonly links;
  private readonly departures;
  private readonly candidates;

  constructor(private readonly parts: ConnectingParts) {
    this.links = oneTimeSecrets(parts, 'connect link', connectSteps.ask);
    this.departures = oneTimeSecrets(parts, 'connect state', connectSteps.departure);
    this.candidates = oneTimeSecrets(parts, 'connect candidate', connectSteps.candidate);
  }

  /** The key of a new link, for the administrator who asks. */
  link(ask: ConnectAsk): Promise<string> {
    return this.links.put(ask);
  }

  /** Who asked for a link. A link is not used up by being looked at, which mail and chat scanners do. */
  asked(link: string): Promise<ConnectAsk | undefined> {
    return this.links.find(link);
  }

  /**
   * Uses the link up: where the browser goes to, and what it has to bring back from there as a cookie. While Entra cannot be
   * reached the link stays good.
   */
  async depart(link: string): Promise<{ url: string; browser: string } | ConnectRefused> {
    const ask = await this.links.find(link);
    if (!ask) return { refused: 'unknown' };
    const [browser, nonce, verifier] = [randomKey(), randomKey(), randomKey()];
    const state = await this.departures.put({ ask, nonce, verifier, browser: hashOf(browser) });
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const url = await this.parts.entra.signInUrl({ state, nonce, challenge }).catch((error: unknown) => {
      this.parts.log.warn({ err: error }, 'Entra cannot be reached');
      return undefined;
    });
    if (url === undefined) return { refused: 'unavailable' };
    return (await this.links.take(link)) ? { url, browser } : { refused: 'unknown' };
  }

  /** The browser is back. Gives the key of the account that now waits to be confirmed, which takes the cookie's place. */
  async arrive(answer: EntraAnswer, browser: string): Promise<{ candidate: string } | ConnectRefused> {
    const departure = await this.departures.take(answer.state);
    if (!departure) return { refused: 'unknown' };
    const { ask, nonce, verifier } = departure;
    if (!same(hashOf(browser), departure.browser)) return { refused: 'otherBrowser', ask };
    if (!answer.code) return { refused: 'declined', ask, code: /AADSTS\d+/.exec(answer.error)?.[0] };
    const cache = new TokenCache();
    try {
      return await this.examine(ask, cache, await this.parts.entra.redeem(cache, answer.code, nonce, verifier));
    } catch (error) {
      const { fault, facts } = error instanceof AccountFault ? error : new AccountFault('passing');
      this.parts.log.warn({ fault, code: facts.code, referenceId: ask.referenceId }, 'an account could not sign in');
      const refused = fault === 'app' ? 'app' : fault === 'passing' ? 'unavailable' : 'code';
      return { refused, ask, code: facts.code };
    }
  }

  /** The account that waits to be confirmed. */
  candidate(key: string): Promise<Candidate | undefined> {
    return this.candidates.find(key);
  }

  /** Uses the candidate up, if the form is the one of its page. */
  async decided(key: string, form: string): Promise<Candidate | ConnectRefused> {
    const waiting = await this.candidates.find(key);
    if (!waiting) return { refused: 'unknown' };
    if (!same(form, waiting.form)) return { refused: 'otherForm', ask: waiting.ask };
    return (await this.candidates.take(key)) ?? { refused: 'unknown' };
  }

  private async examine(
    ask: ConnectAsk,
    cache: TokenCache,
    who: SignedIn,
  ): Promise<{ candidate: string } | ConnectRefused> {
    const { entra, tenantId, findOut } = this.parts;
    const { accountId, accountName } = who;
    if (who.tenantId.toLowerCase() !== tenantId.toLowerCase()) return { refused: 'otherTenant', ask, accountName };
    const had = new Map<Audience, Promise<Token>>();
    const getToken = async (audience: Audience): Promise<string> => {
      const token = had.get(audience) ?? entra.refresh(cache, audience);
      had.set(audience, token);
      return (await token).token;
    };
    const findings = await findOut({ who: accountId, readsOnly: true, getToken });
    if (findings.mfa === false) return { refused: 'noMfa', ask, accountName };
    const form = randomKey();
    return { candidate: await this.candidates.put({ ask, accountId, accountName, cache: cache.text, findings, form }) };
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Compares without telling by the time that it takes how much was right. */
const same = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(expected)));
