/** Proof of a person's sign-in, checked: what Entra exchanges for that person's tokens. Kept in memory only. */
export interface Assertion {
  /** The token itself. */
  token: string;
  /** Whose it is: the Entra object id, in lower case. */
  personId: string;
  /** ms since the epoch, UTC. */
  expiresAt: number;
  /** `preferred_username`, or `upn` of a token of version 1. */
  email: string | undefined;
  /** Entra object ids of the groups that it names; none where it names none, or there are too many to name. */
  groups: readonly string[];
}

/** A token that is not taken; `reason` is for the log and the audit trail and holds nothing of the token. */
export class AssertionRefused extends Error {
  constructor(
    readonly reason: string,
    cause?: unknown,
  ) {
    super(`The token was refused: ${reason}`, { cause });
    this.name = 'AssertionRefused';
  }
}
