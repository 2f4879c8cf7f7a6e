import { createHash } from 'node:crypto';
import type { Clock } from '../lib/clock';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import type { Audience, WritingTokens } from '../partnerCenter/tokenSource';
import type { Assertion } from './assertion';
import type { Token } from './cachedToken';
import type { Exchange } from './exchange';

/** How an assertion came: from Teams by itself, or by a sign-in in a browser. */
export type SignInWay = 'silent' | 'interactive';

interface Session {
  assertion: Assertion;
  /** Tells one assertion from another without keeping a second copy of it. */
  hash: string;
  way: SignInWay;
  at: number;
  /** One exchange for each audience, under way or done. */
  tokens: Map<Audience, { pending: Promise<Token>; held?: Token }>;
  /** What the last sign-in lacked. */
  need: SignInNeeded | undefined;
}

/** How long before its end a token or an assertion is no longer used, in ms. */
const marginMs = 60_000;
/** For so long after a sign-in in a browser no other one is asked for, in ms: it would bring the same. */
const freshMs = 10 * 60_000;
const mostPeople = 2000;

/**
 * Who is signed in, and the tokens that were had for them: in memory only, one assertion for each person, dropped when it ends.
 * The one who was not heard of for the longest time is forgotten first.
 */
export class PeopleSessions {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly parts: { exchange: Exchange; clock: Clock }) {}

  /**
   * Takes a checked assertion; false for one that is held already, and for one from Teams where a sign-in in a browser still
   * serves.
   */
  accept(assertion: Assertion, way: SignInWay): boolean {
    const key = keyOf(assertion.personId);
    for (const other of this.sessions.keys()) if (!this.live(other)) this.sessions.delete(other);
    const hash = createHash('sha256').update(assertion.token).digest('base64');
    const current = this.live(key);
    if (current?.hash === hash) return false;
    if (way === 'silent' && current?.way === 'interactive' && !current.need) return false;
    this.put(key, { assertion, hash, way, at: this.parts.clock.now(), tokens: new Map(), need: undefined });
    return true;
  }

  /** The tokens of one person. */
  tokens(personId: string): WritingTokens {
    const key = keyOf(personId);
    return {
      who: personId,
      getToken: (audience) => this.getToken(key, audience),
      refused: (token, error) => this.refused(key, token, error),
    };
  }

  /** Forgets a person; false if nothing was held. */
  end(personId: string): boolean {
    return this.sessions.delete(keyOf(personId));
  }

  /** The groups that the person's token names. Throws a SignInNeeded where there is none. */
  groups(personId: string): readonly string[] {
    const session = this.live(keyOf(personId));
    if (!session) throw new SignInNeeded('noToken');
    return session.assertion.groups;
  }

  /** The e-mail address that the person signed in with. */
  email(personId: string): string | undefined {
    return this.live(keyOf(personId))?.assertion.email;
  }

  /** What the person's next sign-in has to bring, as far as that is known. */
  need(personId: string): SignInNeeded | undefined {
    return this.live(keyOf(personId))?.need;
  }

  private async getToken(key: string, audience: Audience): Promise<string> {
    const session = this.live(key);
    // What has ended is not kept.
    if (!session) throw new SignInNeeded(this.sessions.delete(key) ? 'expired' : 'noToken');
    if (session.need?.why === 'refused' || session.need?.why === 'mfa') throw this.needed(session, session.need);
    this.put(key, session);
    const entry = session.tokens.get(audience);
    if (entry && (!entry.held || this.parts.clock.now() < entry.held.expiresAt - marginMs)) {
      return (await entry.pending).token;
    }
    return (await this.exchange(key, session, audience)).token;
  }

  private exchange(key: string, session: Session, audience: Audience): Promise<Token> {
    const entry: { pending: Promise<Token>; held?: Token } = {
      pending: this.parts.exchange(session.assertion.token, audience).then(
        (token) => (entry.held = token),
        (error: unknown) => {
          if (session.tokens.get(audience) === entry) session.tokens.delete(audience);
          if (!(error instanceof SignInNeeded)) throw error;
          if (error.why === 'expired' && this.sessions.get(key) === session) this.sessions.delete(key);
          throw this.needed(session, error);
        },
      ),
    };
    session.tokens.set(audience, entry);
    return entry.pending;
  }

  /** Partner Center does not take a token: a sign-in may help, but not the same one again. */
  private refused(key: string, token: string, error: PartnerCenterError): PartnerCenterError {
    if (error.kind !== 'unauthenticated' && error.kind !== 'mfaRequired') return error;
    const session = this.live(key);
    const held = [...(session?.tokens.values() ?? [])].some((entry) => entry.held?.token === token);
    // Somebody signed in meanwhile: the next try has another token.
    if (!session || !held) return error;
    const why = error.kind === 'mfaRequired' ? 'mfa' : 'refused';
    return this.needed(session, new SignInNeeded(why, { call: error.facts.call, cause: error }));
  }

  private needed(session: Session, { why, claims, facts }: SignInNeeded): SignInNeeded {
    const tried = session.way === 'interactive' && this.parts.clock.now() - session.at < freshMs;
    const needed = new SignInNeeded(why, { claims, tried, call: facts.call, cause: facts.cause });
    session.need = needed;
    return needed;
  }

  private live(key: string): Session | undefined {
    const session = this.sessions.get(key);
    return session && this.parts.clock.now() < session.assertion.expiresAt - marginMs ? session : undefined;
  }

  private put(key: string, session: Session): void {
    this.sessions.delete(key);
    this.sessions.set(key, session);
    const [longestSilent] = this.sessions.keys();
    if (this.sessions.size > mostPeople && longestSilent !== undefined) this.sessions.delete(longestSilent);
  }
}

/** Object ids are the same in capital letters. */
const keyOf = (personId: string): string => personId.toLowerCase();
