import type { Role } from '../users/users';
import type { World } from '../world';
import type { Answer, AuthorizedCall } from './call';

/** One operation of an API. `:name` in the path stands for one segment. */
export interface Route {
  method: string;
  path: string;
  /** Any one of these may; everybody whom the API lets in when missing. */
  roles?: readonly Role[];
  run: (call: AuthorizedCall, world: World) => Answer;
}

/** The values of the path's `:names`, or undefined when the path is another one. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(value);
    else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
