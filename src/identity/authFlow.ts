import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../lib/clock';

/** One sign-in in a browser: what ties its answer to whoever was sent there. */
export interface AuthFlow<T> {
  /** Unguessable; names the flow, and is the `state` of the authorization request. */
  state: string;
  /** Comes back inside the id token. */
  nonce: string;
  /** The PKCE secret, which never leaves this process except to the token endpoint. */
  verifier: string;
  /** Its SHA-256, for the authorization request (`code_challenge_method=S256`). */
  challenge: string;
  /** Whom the flow is for, and what it should lead to. */
  subject: T;
}

/** How long a person may take to sign in, in ms. */
export const authFlowKeptMs = 10 * 60_000;
const mostFlows = 2000;

/**
 * The sign-ins that are under way, kept in memory, each of them for ten minutes and for one answer; the oldest is forgotten
 * first. Authorization code with PKCE: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export class AuthFlows<T> {
  private readonly flows = new Map<string, { flow: AuthFlow<T>; at: number }>();

  constructor(private readonly clock: Clock) {}

  begin(subject: T): AuthFlow<T> {
    const verifier = secret();
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const flow: AuthFlow<T> = { state: secret(), nonce: secret(), verifier, challenge, subject };
    this.flows.set(flow.state, { flow, at: this.clock.now() });
    const [oldest] = this.flows.keys();
    if (this.flows.size > mostFlows && oldest !== undefined) this.flows.delete(oldest);
    return flow;
  }

  /** The flow of that state, unless it was answered or is too old. */
  find(state: string): AuthFlow<T> | undefined {
    const entry = this.flows.get(state);
    if (entry && this.clock.now() - entry.at < authFlowKeptMs) return entry.flow;
    this.flows.delete(state);
    return undefined;
  }

  /** The same, for the one answer that it is good for. */
  take(state: string): AuthFlow<T> | undefined {
    const flow = this.find(state);
    this.flows.delete(state);
    return flow;
  }

  /** Ends every flow whose subject is meant. */
  drop(isMeant: (subject: T) => boolean): void {
    for (const [state, { flow }] of this.flows) if (isMeant(flow.subject)) this.flows.delete(state);
  }
}

/** 256 random bits, as base64url: also what PKCE wants of a verifier. */
const secret = (): string => randomBytes(32).toString('base64url');
