import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '../users/users';
import type { Answer } from './call';

/** What can go wrong before a route runs, or instead of it. */
export type Problem =
  | 'badRequest'
  | 'missingToken'
  | 'badToken'
  | 'mfaRequired'
  | 'noRole'
  | 'notFound'
  | 'methodNotAllowed'
  | 'tooLarge'
  | 'unsupportedMediaType'
  | 'unexpected';

/** One of the two services that answer here: its own audience, roles, headers and bodies. */
export interface Api {
  prefix: string;
  audience: 'referrals' | 'partner-center';
  /** Any one of these lets a user in. */
  roles: readonly Role[];
  /** Headers on every answer, given the request's; `now` in ms, UTC. */
  headers(request: IncomingHttpHeaders, now: number): Record<string, string>;
  problem(problem: Problem, message: string): Answer;
  /** The body for a bare status that a fault asks for. */
  faultBody(status: number, retryAfterSeconds: number | undefined, turn: number): unknown;
}
