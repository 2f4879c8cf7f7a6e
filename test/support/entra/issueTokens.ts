import type { EntraApp, EntraUser } from './directory';
import type { EntraState } from './entraState';
import type { Session } from './policies';
import { resourceOf } from './resource';
import { appsToken, idToken, personsToken, teamsToken } from './tokens';

/** What a grant was given for. */
export interface Granted {
  user: EntraUser;
  session: Session;
  app: EntraApp;
  scope: string;
  nonce?: string | undefined;
}

/** The answer of the token endpoint to a person's grant, once the policies are satisfied. */
export async function issueTokens(state: EntraState, { user, session, app, scope, nonce }: Granted): Promise<object> {
  const resource = resourceOf(scope, app.clientId);
  state.policies.check(user, session, app, resource);
  const seconds = state.lifetimes.accessToken;
  const validity = { now: state.now(), seconds };
  const access =
    resource === app.clientId
      ? teamsToken(user, app, state.issuer(user.tid), 2, validity)
      : personsToken(user, session, app, resource, validity);
  state.sessions.set(String(access.uti), session);
  const scopes = scope.split(' ');
  return {
    token_type: 'Bearer',
    scope: `${resource}/user_impersonation`,
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: await state.keys.sign(access),
    ...(scopes.includes('offline_access') ? { refresh_token: state.grants.issueRefreshToken(app, session) } : {}),
    ...(scopes.includes('openid')
      ? { id_token: await state.keys.sign(idToken(user, app, state.issuer(user.tid), nonce, validity)) }
      : {}),
    client_info: Buffer.from(JSON.stringify({ uid: user.oid, utid: user.tid })).toString('base64url'),
  };
}

/** The answer to client_credentials. */
export async function issueAppToken(state: EntraState, app: EntraApp, scope: string): Promise<object> {
  const seconds = state.lifetimes.accessToken;
  const token = appsToken(app, resourceOf(scope, app.clientId), { now: state.now(), seconds });
  return {
    token_type: 'Bearer',
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: await state.keys.sign(token),
  };
}
