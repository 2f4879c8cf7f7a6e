import { z } from 'zod/v4';
import { Refusal, type Answer, type Call } from '../http/call';
import { matchPath } from '../http/route';
import type { World } from '../world';
import { controlRoutes } from './controlRoutes';
import { refuseControl } from './refuseControl';

/** Answers a request to `/_sandbox/...`: no token, plain words when something is wrong. */
export function answerControl(call: Call, world: World): Answer {
  try {
    for (const { method, path, run } of controlRoutes) {
      const params = method === call.method ? matchPath(path, call.path) : undefined;
      if (params) return run({ call, params, world });
    }
    const known = controlRoutes.map(({ method, path }) => `${method} ${path}`).join(', ');
    throw refuseControl(404, `There is no ${call.method} ${call.path} here, only: ${known}`);
  } catch (error) {
    if (error instanceof z.ZodError) return refuseControl(400, z.prettifyError(error)).answer;
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
