/** What went wrong with a call, in terms of what to do about it. */
export type PartnerCenterErrorKind =
  /** 401: no token, or it is not accepted. Sign in again. */
  | 'unauthenticated'
  /** 401 with MFA wording or code 900421: sign in again with multi-factor authentication; a refresh does not help. */
  | 'mfaRequired'
  /** 403: the person's Partner Center role lacks the right. */
  | 'forbidden'
  /** 404, 410: there is no such thing, or this person may not see it. */
  | 'notFound'
  /** 412 (409 too): somebody changed it in between. Read again, show, ask. Never repeat blindly. */
  | 'changed'
  /** 400 and other 4xx: Partner Center refused what was asked. */
  | 'invalid'
  /** 429, also after the retries that were allowed. */
  | 'throttled'
  /** 5xx. */
  | 'unavailable'
  /** No answer in time. A write may or may not have happened. */
  | 'timeout'
  /** The connection failed or was cut. A write may or may not have happened. */
  | 'network'
  /** An answer that is not what the protocol promises (HTML, half a JSON, a wrong shape). */
  | 'unexpectedAnswer';

/** Facts of a failed call, for the log and for deciding; `message` is developer text and is never shown to a person. */
export interface PartnerCenterErrorFacts {
  kind: PartnerCenterErrorKind;
  /** For example `PATCH /engagements/referrals/{id}`. */
  call: string;
  status?: number;
  /** The deepest upstream error code, as a string (CSP codes are numbers upstream). */
  code?: string;
  /** The upstream `request-id` / `MS-RequestId`. */
  requestId?: string;
  /** The `client-request-id` / `MS-CorrelationId` that we sent. */
  correlationId?: string;
  /** From the `isMfaCompliant` header, which is there when `ValidateMfa` was sent. */
  isMfaCompliant?: boolean;
  /** From Retry-After, in milliseconds. */
  retryAfterMs?: number;
  cause?: unknown;
}

/** A call to Partner Center that did not succeed. */
export class PartnerCenterError extends Error {
  readonly kind: PartnerCenterErrorKind;
  readonly facts: PartnerCenterErrorFacts;

  constructor(message: string, facts: PartnerCenterErrorFacts) {
    super(message, { cause: facts.cause });
    this.name = 'PartnerCenterError';
    this.kind = facts.kind;
    this.facts = facts;
  }
}
