import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod/v4';
import type { AppRegistration } from '../config/registrations';
import type { Clock } from '../lib/clock';
import { type Assertion, AssertionRefused } from './assertion';

/** What tokens are checked with. */
export interface AssertionChecks {
  app: Pick<AppRegistration, 'clientId' | 'tenantId' | 'authorityHost'>;
  /** The application id URIs that stand for the app, for example `api://botid-…`. */
  uris: readonly string[];
  keys: JWTVerifyGetKey;
  clock: Clock;
}

/** Checks one token; `nonce` where it must hold one. Rejects with an AssertionRefused, or with the fault of the authority. */
export type CheckAssertion = (token: string, personId: string, nonce?: string) => Promise<Assertion>;

const optional = z.string().optional().catch(undefined);
const claimsSchema = z.looseObject({
  oid: z.string().min(1),
  tid: z.string(),
  exp: z.number(),
  nonce: optional,
  preferred_username: optional,
  upn: optional,
  groups: z.array(z.string()).catch([]),
});

/** Clocks may differ by so much, in seconds. */
const clockToleranceSeconds = 60;
/** A token is a few thousand characters long. */
const longestToken = 16_384;

/**
 * Makes the check of a Teams single sign-on token: signature, issuer of either version, audience, tenant, time, and that it is
 * the person's who brought it. https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-tokens
 */
export function assertionCheck({ app, uris, keys, clock }: AssertionChecks): CheckAssertion {
  const { clientId, tenantId, authorityHost } = app;
  const issuer = [`${authorityHost}/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`];
  const audience = [clientId, `api://${clientId}`, ...uris];
  return async (token, personId, nonce) => {
    if (token.length > longestToken) throw new AssertionRefused('too long');
    const options = {
      issuer,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'nbf', 'oid', 'tid'],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(clock.now()),
    };
    const { payload } = await jwtVerify(token, keys, options).catch(refuse);
    const claims = claimsSchema.safeParse(payload).data;
    if (!claims) throw new AssertionRefused('claims are missing');
    if (claims.tid.toLowerCase() !== tenantId.toLowerCase()) throw new AssertionRefused('of another tenant');
    if (claims.oid.toLowerCase() !== personId.toLowerCase()) throw new AssertionRefused('of another person');
    if (nonce !== undefined && claims.nonce !== nonce) throw new AssertionRefused('of another sign-in');
    return {
      token,
      personId: claims.oid.toLowerCase(),
      expiresAt: claims.exp * 1000,
      email: claims.preferred_username ?? claims.upn,
      groups: claims.groups,
    };
  };
}

/** What is wrong with a token, as far as the token itself is to blame: an authority that does not answer is no refusal. */
function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw new AssertionRefused('expired');
  if (error instanceof errors.JWTClaimValidationFailed) throw new AssertionRefused(`its ${error.claim} does not fit`);
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
  // Thrown also where the key set itself is unusable.
  if (error.code === 'ERR_JOSE_GENERIC' || error instanceof errors.JWKSInvalid) throw error;
  throw new AssertionRefused(error.code);
}
