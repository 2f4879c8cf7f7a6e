import type { World } from '../world';
import type { Api } from './api';
import { authenticate, requireRole } from './authenticate';
import { Refusal, type Answer, type Call } from './call';
import { matchPath, type Route } from './route';

/** Finds the route, checks the caller, runs it; every refusal comes out as an answer of that API's shape. */
export async function answerCall(
  call: Call & { tooLarge: boolean },
  api: Api,
  routes: readonly Route[],
  world: World,
): Promise<Answer> {
  try {
    const caller = await authenticate(call, api, world);
    if (call.tooLarge) return api.problem('tooLarge', 'The request body is too large.');
    const matches = routes.flatMap((route) => {
      const params = matchPath(route.path, call.path);
      return params ? [{ route, params }] : [];
    });
    if (matches.length === 0) return api.problem('notFound', 'There is no such resource.');
    const match = matches.find(({ route }) => route.method === call.method);
    if (match) {
      if (match.route.roles) requireRole(caller, match.route.roles, api);
      return match.route.run({ ...call, caller, params: match.params }, world);
    }
    const allow = matches.map(({ route }) => route.method).join(', ');
    return { ...api.problem('methodNotAllowed', 'The method is not allowed here.'), headers: { Allow: allow } };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    console.error(error);
    return api.problem('unexpected', 'Something went wrong inside the sandbox.');
  }
}
