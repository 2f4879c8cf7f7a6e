import type { EntraApp, EntraUser } from './directory';
import { EntraError } from './entraError';

/** How a person signed in; every token that comes of it refers to it. Times are ms since the epoch. */
export interface Session {
  oid: string;
  mfa: boolean;
  /** The claims challenge that was answered by signing in. */
  claims: string | undefined;
  signedInAt: number;
}

/** What an administrator demands, per resource such as `https://api.partner.microsoft.com`. A test changes it at any time. */
export class Policies {
  private readonly missing = new Set<string>();
  /** A second factor is needed for these. */
  readonly mfaFor = new Set<string>();
  /** Nobody gets in here. */
  readonly blocked = new Set<string>();
  /** What conditional access wants, JSON, by resource. */
  readonly challenges = new Map<string, string>();

  /** From now on nobody has consented to the app's use of the resource, until somebody signs in interactively. */
  withdrawConsent(app: EntraApp, resource: string): void {
    this.missing.add(`${app.clientId} ${resource}`);
  }

  /** As a person or an administrator does on the consent page. */
  consent(app: EntraApp, resource: string): void {
    this.missing.delete(`${app.clientId} ${resource}`);
  }

  consentToAll(app: EntraApp): void {
    for (const entry of this.missing) if (entry.startsWith(`${app.clientId} `)) this.missing.delete(entry);
  }

  /** Throws what stands between this person and a token for the resource. */
  check(user: EntraUser, session: Session, app: EntraApp, resource: string): void {
    if (user.disabled) throw new EntraError(50057);
    if (session.signedInAt < user.passwordChangedAt) throw new EntraError(50173);
    if (this.missing.has(`${app.clientId} ${resource}`)) throw new EntraError(65001);
    if (this.blocked.has(resource)) throw new EntraError(53003, undefined, 'interaction_required');
    if (this.mfaFor.has(resource) && !session.mfa) {
      const claims = JSON.stringify({ access_token: { polids: { essential: true, values: [app.clientId] } } });
      throw new EntraError(user.mfa === 'none' ? 50079 : 50076, claims, 'interaction_required');
    }
    const challenge = this.challenges.get(resource);
    if (challenge && session.claims !== challenge) throw new EntraError(50076, challenge, 'interaction_required');
  }
}
