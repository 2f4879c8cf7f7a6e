import { randomBytes, createHash } from 'node:crypto';
import type { EntraApp } from './directory';
import { EntraError } from './entraError';
import type { Session } from './policies';

/** How long things live, in seconds. A test changes it at any time. */
export interface Lifetimes {
  accessToken: number;
  code: number;
  ssoToken: number;
  /** A refresh token that nobody uses for so long is dead. */
  refreshIdle: number;
}

/** Entra's usual lifetimes. */
export const createLifetimes = (): Lifetimes => ({
  accessToken: 3600,
  code: 600,
  ssoToken: 3600,
  refreshIdle: 90 * 86_400,
});

/** What `/authorize` was asked for. */
export interface CodeRequest {
  clientId: string;
  redirectUri: string;
  scope: string;
  challenge: string | undefined;
  nonce: string | undefined;
}

interface Code extends CodeRequest {
  session: Session;
  issuedAt: number;
  redeemed: boolean;
}

interface RefreshToken {
  clientId: string;
  session: Session;
  issuedAt: number;
  used: boolean;
}

const opaque = (prefix: string) => `${prefix}.${randomBytes(48).toString('base64url')}`;

/** Authorization codes and refresh tokens that were handed out. */
export class Grants {
  private readonly codes = new Map<string, Code>();
  private readonly refreshTokens = new Map<string, RefreshToken>();
  /** Entra leaves a refresh token alive when it gives a new one; with this it is dead after one use. */
  refreshOnce = false;

  constructor(
    private readonly now: () => number,
    private readonly lifetimes: Lifetimes,
  ) {}

  issueCode(request: CodeRequest, session: Session): string {
    const code = opaque('1.AX');
    this.codes.set(code, { ...request, session, issuedAt: this.now(), redeemed: false });
    return code;
  }

  /** Throws unless the code is this app's, unused, young, and comes with the verifier of its challenge. */
  redeemCode(app: EntraApp, form: URLSearchParams): Code {
    const code = this.codes.get(form.get('code') ?? '');
    if (!code || code.clientId !== app.clientId) throw new EntraError(70000);
    if (code.redeemed) throw new EntraError(54005);
    if (this.now() > code.issuedAt + this.lifetimes.code * 1000) throw new EntraError(70008);
    if (code.redirectUri !== form.get('redirect_uri')) throw new EntraError(50011);
    const verifier = form.get('code_verifier');
    if (code.challenge && !verifier) throw new EntraError(501482);
    const hashed = createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url');
    if (code.challenge && hashed !== code.challenge) throw new EntraError(501481);
    code.redeemed = true;
    return code;
  }

  issueRefreshToken(app: EntraApp, session: Session): string {
    const token = opaque('0.AX');
    this.refreshTokens.set(token, { clientId: app.clientId, session, issuedAt: this.now(), used: false });
    return token;
  }

  /** Throws unless the refresh token is this app's and alive. */
  useRefreshToken(app: EntraApp, token: string): Session {
    const held = this.refreshTokens.get(token);
    if (!held || held.clientId !== app.clientId) throw new EntraError(70000);
    if (this.now() > held.issuedAt + this.lifetimes.refreshIdle * 1000) throw new EntraError(700082);
    if (this.refreshOnce && held.used) throw new EntraError(50173);
    held.used = true;
    return held.session;
  }

  /** Forgets every refresh token of a person, as an administrator does who revokes sessions. */
  revoke(oid: string): void {
    for (const [token, { session }] of this.refreshTokens) if (session.oid === oid) this.refreshTokens.delete(token);
  }
}
