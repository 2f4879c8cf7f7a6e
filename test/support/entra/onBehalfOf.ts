import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { EntraApp, EntraUser } from './directory';
import { EntraError } from './entraError';
import type { EntraState } from './entraState';
import type { Session } from './policies';

/** Who stands behind an assertion that is to be exchanged; throws unless it is a good token for this app. */
export async function personOfAssertion(
  state: EntraState,
  app: EntraApp,
  assertion: string | null,
): Promise<{ user: EntraUser; session: Session }> {
  if (!assertion) throw new EntraError(90014);
  const claims = await verify(state, app, assertion);
  const user = state.user(String(claims.oid));
  // Entra knows how the person signed in, which a v2 token does not say.
  const session = state.sessions.get(String(claims.uti)) ?? {
    oid: user.oid,
    mfa: false,
    claims: undefined,
    signedInAt: (claims.iat ?? 0) * 1000,
  };
  return { user, session };
}

async function verify(state: EntraState, app: EntraApp, assertion: string): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(state.keys.published), {
      algorithms: ['RS256'],
      audience: [app.clientId, app.appIdUri],
      issuer: [state.issuer(app.tid), `https://sts.windows.net/${app.tid}/`],
      currentDate: new Date(state.now()),
    });
    return payload;
  } catch (error) {
    throw new EntraError(error instanceof errors.JWTExpired ? 500133 : 50013);
  }
}
