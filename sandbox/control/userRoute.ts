import { z } from 'zod/v4';
import type { Answer } from '../http/call';
import { roles } from '../users/users';
import type { ControlCall } from './controlRoute';
import { readControlBody } from './readControlBody';

const body = z.strictObject({ name: z.string().min(1), email: z.string(), roles: z.array(z.enum(roles)) });

/** Adds or replaces a user: `{ "name": "…", "email": "…", "roles": ["referralsUser"] }`. */
export function putUser({ call, params, world }: ControlCall): Answer {
  const user = { aadObjectId: params.aadObjectId ?? '', ...readControlBody(call, body) };
  world.users.put(user);
  return { status: 200, body: user };
}
