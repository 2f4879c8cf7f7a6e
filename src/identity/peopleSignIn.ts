import type { AppRegistration } from '../config/registrations';
import type { Clock } from '../lib/clock';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { Metrics } from '../lib/metrics';
import type { WritingTokens } from '../partnerCenter/tokenSource';
import type { Audit } from '../storage/auditEntry';
import type { AppCredential } from './appCredential';
import { AssertionRefused } from './assertion';
import { BrowserSignIn, type SignInEnd, type Signer } from './browserSignIn';
import { assertionCheck, type CheckAssertion } from './checkAssertion';
import { entraKeys } from './entraKeys';
import { onBehalfOf } from './exchange';
import { PeopleSessions } from './peopleSessions';

/** What people's sign-in is made of. */
export interface PeopleSignInParts {
  app: AppRegistration;
  credential: AppCredential;
  /** `BOT_ID` and `BOT_DOMAIN`. */
  botId: string;
  botDomain: string;
  audit: Audit;
  clock: Clock;
  fetch: typeof fetch;
  log: Log;
  metrics: Metrics;
}

/** Where somebody signs in, for the audit trail. */
export interface SignInPlace {
  conversationId: string | null;
  referenceId: string;
}

/** How people sign in with Microsoft Entra, and the tokens that they then have. */
export class PeopleSignIn {
  /** What Teams brings a token for: the resource in the app's manifest. */
  readonly tokenExchangeUri: string;
  private readonly check: CheckAssertion;
  private readonly sessions: PeopleSessions;
  private readonly browser: BrowserSignIn;

  constructor(private readonly parts: PeopleSignInParts) {
    const { app, credential, botId, botDomain, clock, fetch } = parts;
    this.tokenExchangeUri = `api://botid-${botId}`;
    const uris = [this.tokenExchangeUri, `api://${botDomain}/botid-${botId}`, `api://${botDomain}/${app.clientId}`];
    this.check = assertionCheck({ app, uris, keys: entraKeys(app, fetch), clock });
    this.sessions = new PeopleSessions({ exchange: onBehalfOf(app, credential, clock), clock });
    const { check, sessions } = this;
    this.browser = new BrowserSignIn({
      app,
      credential,
      origin: `https://${botDomain}`,
      check,
      sessions,
      clock,
      fetch,
    });
  }

  /** The tokens of one person; getToken rejects with a SignInNeeded or a SignInFault where there is none. */
  tokens(personId: string): WritingTokens {
    return this.sessions.tokens(personId);
  }

  /** The groups that the person's token names. Rejects with a SignInNeeded where there is none. */
  async groups(personId: string): Promise<readonly string[]> {
    return this.sessions.groups(personId);
  }

  /** The e-mail address that the person signed in with. */
  email(personId: string): string | undefined {
    return this.sessions.email(personId);
  }

  /** An address that signs this person in with a browser. */
  link(person: Signer): string {
    return this.browser.link(person);
  }

  /** Takes the token that Teams brought for a person. Rejects with an AssertionRefused, which is in the audit trail then. */
  async acceptFromTeams(token: string, person: Signer, place: SignInPlace): Promise<void> {
    try {
      const isNew = this.sessions.accept(await this.check(token, person.id), 'silent');
      if (isNew) await this.record(person, place, 'done', { way: 'Teams' });
    } catch (error) {
      if (error instanceof AssertionRefused) {
        this.parts.metrics.refused('auth', 'assertion');
        await this.record(person, place, 'denied', { way: 'Teams', reason: error.reason });
      }
      throw error;
    }
  }

  /** Takes the code that a person brought from the browser; false when it is wrong, used or too old. */
  async redeem(code: string, person: Signer, place: SignInPlace): Promise<boolean> {
    const taken = this.browser.redeem(person.id, code);
    if (taken) await this.record(person, place, 'done', { way: 'browser' });
    else this.parts.metrics.refused('auth', 'wrongCode');
    if (!taken) await this.record(person, place, 'denied', { way: 'browser', reason: 'wrong code' });
    return taken;
  }

  /** Forgets a person and every token of theirs; false when nobody was signed in. */
  async signOut(person: Signer, place: SignInPlace): Promise<boolean> {
    this.browser.drop(person.id);
    const was = this.sessions.end(person.id);
    if (was) await this.record(person, place, 'done', null, 'signOut');
    return was;
  }

  /** Where a browser that came to the start page goes on to; undefined when its address is not known any more. */
  authorizeUrl(flow: string): string | undefined {
    const url = this.browser.authorizeUrl(flow);
    if (url === undefined) this.parts.metrics.refused('auth', 'unknown');
    return url;
  }

  /** Takes what Entra sent a browser back with. */
  async finish(answer: URLSearchParams): Promise<SignInEnd & { referenceId: string }> {
    const referenceId = newReferenceId();
    const end = await this.browser.finish(answer);
    if ('failed' in end) {
      const { failed, detail, person } = end;
      this.parts.metrics.refused('auth', failed);
      this.parts.log.warn({ referenceId, failed, detail, person: person?.id }, 'sign-in in a browser failed');
      const facts = { way: 'browser', reason: detail ?? failed };
      if (person) await this.record(person, { conversationId: null, referenceId }, 'denied', facts);
    }
    return { ...end, referenceId };
  }

  private async record(
    { id: actorId, name: actorName }: Signer,
    place: SignInPlace,
    outcome: 'done' | 'denied',
    after: Record<string, string> | null,
    action = 'signIn',
  ): Promise<void> {
    const at = this.parts.clock.now();
    const entry = { at, actorId, actorName, action, subject: actorId, before: null, after, outcome, requestIds: [] };
    await this.parts.audit.append({ ...entry, ...place });
  }
}
