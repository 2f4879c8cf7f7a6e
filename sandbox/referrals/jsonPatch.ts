import { z } from 'zod/v4';
import { invalidRequest } from '../http/referralsApi';
import { isJsonObject, type JsonObject } from '../json';

const operation = z.strictObject({
  op: z.enum(['add', 'replace']),
  path: z.string().regex(/^(\/([^~/]|~[01])+)+$/),
  value: z.unknown().refine((value) => value !== undefined, 'is missing'),
});

export type Operation = z.output<typeof operation>;

/**
 * Reads a patch: an array of `add` and `replace`, nothing else.
 * https://learn.microsoft.com/en-us/partner-center/developer/patch-a-referral
 */
export function readPatch(body: unknown): Operation[] {
  const read = z.array(operation).min(1).safeParse(body);
  if (read.success) return read.data;
  const [problem] = read.error.issues;
  const where = problem?.path.length ? `/${problem.path.join('/')}: ` : '';
  throw invalidRequest('The body must be an array of JSON Patch operations, add or replace.', {
    innerError: { code: 'invalidPatch', message: `${where}${problem?.message ?? 'not valid'}` },
  });
}

/** The names on a JSON pointer's way (RFC 6901). */
export function readPointer(path: string): string[] {
  return path
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Applies one operation to the document in place, as RFC 6902 says: `replace` needs the target to exist. */
export function applyOperation(document: JsonObject, { op, path, value }: Operation): void {
  const names = readPointer(path);
  const name = names.pop() ?? '';
  const parent = names.reduce<unknown>((at, step) => child(at, step), document);
  if (Array.isArray(parent)) changeArray(parent, name, op, path, value);
  else if (isJsonObject(parent) && !(name in {}) && (op === 'add' || Object.hasOwn(parent, name))) parent[name] = value;
  else throw noTarget(path);
}

function changeArray(items: unknown[], name: string, op: Operation['op'], path: string, value: unknown): void {
  const index = name === '-' ? items.length : /^(0|[1-9]\d*)$/.test(name) ? Number(name) : Infinity;
  if (index > items.length - (op === 'add' ? 0 : 1)) throw noTarget(path);
  items.splice(index, op === 'add' ? 0 : 1, value);
}

function child(at: unknown, step: string): unknown {
  return (isJsonObject(at) || Array.isArray(at)) && Object.hasOwn(at, step) ? (at as JsonObject)[step] : undefined;
}

function noTarget(path: string) {
  return invalidRequest(`The target location '${path}' does not exist.`, { target: path.slice(1) });
}
