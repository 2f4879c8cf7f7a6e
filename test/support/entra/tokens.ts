import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { EntraApp, EntraUser } from './directory';
import type { Session } from './policies';

/** When a token is made and how long it lives, in ms and seconds. */
export interface Validity {
  now: number;
  seconds: number;
}

const times = ({ now, seconds }: Validity) => {
  const iat = Math.floor(now / 1000);
  return { iat, nbf: iat, exp: iat + seconds };
};
const methods = (session: Session) => (session.mfa ? ['pwd', 'mfa'] : ['pwd']);

/** An access token (v1) of a person for a resource of Microsoft's. https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference */
export const personsToken = (
  user: EntraUser,
  session: Session,
  app: EntraApp,
  resource: string,
  validity: Validity,
): JWTPayload => ({
  aud: resource,
  iss: `https://sts.windows.net/${user.tid}/`,
  ...times(validity),
  acr: '1',
  amr: methods(session),
  appid: app.clientId,
  appidacr: '1',
  name: user.name,
  oid: user.oid,
  scp: 'user_impersonation',
  sub: `${user.oid}.${app.clientId}`,
  tid: user.tid,
  unique_name: user.upn,
  upn: user.upn,
  uti: randomUUID(),
  ver: '1.0',
});

/** An access token (v1) of an app itself. */
export const appsToken = (app: EntraApp, resource: string, validity: Validity): JWTPayload => ({
  aud: resource,
  iss: `https://sts.windows.net/${app.tid}/`,
  ...times(validity),
  appid: app.clientId,
  appidacr: '1',
  idtyp: 'app',
  oid: `${app.clientId}-principal`,
  sub: `${app.clientId}-principal`,
  tid: app.tid,
  uti: randomUUID(),
  ver: '1.0',
});

/** An ID token (v2). https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference */
export const idToken = (
  user: EntraUser,
  app: EntraApp,
  issuer: string,
  nonce: string | undefined,
  validity: Validity,
): JWTPayload => ({
  aud: app.clientId,
  iss: issuer,
  ...times(validity),
  name: user.name,
  ...(nonce ? { nonce } : {}),
  oid: user.oid,
  preferred_username: user.upn,
  sub: `${user.oid}.${app.clientId}`,
  tid: user.tid,
  uti: randomUUID(),
  ver: '2.0',
});

/** The token that Teams gives for an app's `api://` URI: v2 by default, v1 where the app asks for no version. */
export function teamsToken(
  user: EntraUser,
  app: EntraApp,
  issuer: string,
  version: 1 | 2,
  validity: Validity,
): JWTPayload {
  const who = { name: user.name, oid: user.oid, tid: user.tid, sub: `${user.oid}.${app.clientId}`, uti: randomUUID() };
  // The client id of Teams on the desktop and on phones.
  // https://learn.microsoft.com/en-us/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad
  const teams = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
  const common = { ...times(validity), ...who, scp: 'access_as_user', roles: user.roles };
  return version === 2
    ? { aud: app.clientId, iss: issuer, ...common, azp: teams, azpacr: '0', preferred_username: user.upn, ver: '2.0' }
    : {
        aud: app.appIdUri,
        iss: `https://sts.windows.net/${user.tid}/`,
        ...common,
        appid: teams,
        upn: user.upn,
        ver: '1.0',
      };
}
