import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import type { Api } from './api';

/** Whose Entra tokens are taken, besides the sandbox's own. */
export interface EntraTrust {
  /** Where the keys are published that its tokens are signed with. */
  keysUrl: string;
  tenantId: string;
}

/** What an access token says of itself; nothing of it is checked yet. */
export interface AccessToken {
  audience: Api['audience'];
  /** An Entra object id, or `service`. */
  who: string;
  /** Whether the person signed in with a second factor. */
  mfa: boolean;
  /** Set when it is a token of Entra's: to be verified. */
  jwt?: string;
}

/** Whether Entra signed a token for this audience, and it is valid now (ms since 1970, UTC). */
export type VerifyToken = (token: AccessToken, now: number) => Promise<boolean>;

/** What the tokens of Entra name as their audience. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication */
const resources: Record<Api['audience'], string> = {
  referrals: 'https://api.partner.microsoft.com',
  'partner-center': 'https://api.partnercenter.microsoft.com',
};

/** Reads `Bearer sandbox.<audience>.<who>`, or a token of Entra's. */
export function readToken(authorization: string | undefined): AccessToken | undefined {
  const [, audience, who] = /^Bearer sandbox\.(referrals|partner-center)\.([\w-]+)$/i.exec(authorization ?? '') ?? [];
  if (audience && who) return { audience: audience as Api['audience'], who, mfa: true };
  const [, jwt] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '') ?? [];
  return jwt ? readJwt(jwt) : undefined;
}

function readJwt(jwt: string): AccessToken | undefined {
  const { aud, oid, amr } = claimsOf(jwt);
  const audience = (['referrals', 'partner-center'] as const).find((one) => resources[one] === aud);
  if (!audience || typeof oid !== 'string') return undefined;
  return { audience, who: oid, mfa: Array.isArray(amr) && amr.includes('mfa'), jwt };
}

function claimsOf(jwt: string): JWTPayload {
  try {
    return decodeJwt(jwt);
  } catch {
    return {};
  }
}

/** Takes the sandbox's own tokens, and those of Entra if one is trusted. */
export function createVerifier(trust: EntraTrust | undefined): VerifyToken {
  if (!trust) return ({ jwt }) => Promise.resolve(jwt === undefined);
  const keys = createRemoteJWKSet(new URL(trust.keysUrl));
  const issuer = `https://sts.windows.net/${trust.tenantId}/`;
  return async ({ audience, jwt }, now) => {
    if (jwt === undefined) return true;
    const expected = { audience: resources[audience], issuer, algorithms: ['RS256'], currentDate: new Date(now) };
    return jwtVerify(jwt, keys, expected).then(
      () => true,
      () => false,
    );
  };
}
