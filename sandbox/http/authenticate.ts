import type { Caller, Role, Users } from '../users/users';
import type { Api } from './api';
import { Refusal, type Call } from './call';

/** What a sandbox token says: `Bearer sandbox.<audience>.<who>`. */
export function readToken(authorization: string | undefined): { audience: string; who: string } | undefined {
  const [, audience, who] = /^Bearer sandbox\.(referrals|partner-center)\.([\w-]+)$/i.exec(authorization ?? '') ?? [];
  return audience && who ? { audience, who } : undefined;
}

/** Who is calling; refuses a missing token, a foreign audience's and a user without a role in this API. */
export function authenticate(call: Call, api: Api, users: Users): Caller {
  if (!call.headers.authorization) throw refuse(api, 'missingToken', 'The access token is missing.');
  const token = readToken(call.headers.authorization);
  if (token?.audience !== api.audience)
    throw refuse(api, 'badToken', 'The access token is not valid for this audience.');
  const caller = users.get(token.who);
  requireRole(caller, api.roles, api);
  return caller;
}

/** Refuses a user who has none of the roles. */
export function requireRole(caller: Caller, roles: readonly Role[], api: Api): void {
  if (caller.roles.some((role) => roles.includes(role))) return;
  throw new Refusal(api.problem('noRole', 'The user does not have the role that this operation needs.'));
}

function refuse(api: Api, problem: 'missingToken' | 'badToken', message: string): Refusal {
  return new Refusal({
    ...api.problem(problem, message),
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  });
}
