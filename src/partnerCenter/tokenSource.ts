import type { PartnerCenterError } from './partnerCenterError';

/** The two APIs of Partner Center; each refuses the other's tokens. */
export type Audience = 'referrals' | 'partner-center';

/** Gives access tokens as one identity: a person, or the service account. */
export interface TokenSource {
  /** Whose tokens these are, for logs: an Entra object id, or `service`. */
  readonly who: string;
  /**
   * A bearer token for one audience. Rejects with a {@link PartnerCenterError} of kind `unauthenticated` if there is none, which
   * is a `SignInNeeded` where the person can sign in.
   */
  getToken(audience: Audience, signal?: AbortSignal): Promise<string>;
  /** Told that Partner Center did not accept a token; gives the error that says what can be done. */
  refused?(token: string, error: PartnerCenterError): PartnerCenterError;
}

/** Tokens that no write takes: those of the account that watches. */
export interface ReadingTokens extends TokenSource {
  readonly readsOnly: true;
}

/** Tokens that a write takes: a person's own. */
export interface WritingTokens extends TokenSource {
  readonly readsOnly?: never;
}
