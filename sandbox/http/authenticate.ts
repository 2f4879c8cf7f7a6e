import type { Caller, Role } from '../users/users';
import type { World } from '../world';
import { readToken } from './accessToken';
import type { Api } from './api';
import { Refusal, type Call } from './call';

/** Who is calling; refuses a missing token, a foreign audience's, one without a second factor and a user without a role in this API. */
export async function authenticate(call: Call, api: Api, { users, verifyToken, clock }: World): Promise<Caller> {
  if (!call.headers.authorization) throw refuse(api, 'missingToken', 'The access token is missing.');
  const token = readToken(call.headers.authorization);
  if (token?.audience !== api.audience || !(await verifyToken(token, clock.now()))) {
    throw refuse(api, 'badToken', 'The access token is not valid for this audience.');
  }
  if (!token.mfa) throw refuse(api, 'mfaRequired', 'MFA required.');
  const caller = users.get(token.who);
  requireRole(caller, api.roles, api);
  return caller;
}

/** Refuses a user who has none of the roles. */
export function requireRole(caller: Caller, roles: readonly Role[], api: Api): void {
  if (caller.roles.some((role) => roles.includes(role))) return;
  throw new Refusal(api.problem('noRole', 'The user does not have the role that this operation needs.'));
}

function refuse(api: Api, problem: 'missingToken' | 'badToken' | 'mfaRequired', message: string): Refusal {
  return new Refusal({
    ...api.problem(problem, message),
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  });
}
