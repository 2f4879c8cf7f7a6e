import { isJsonObject, type JsonObject } from '../json';
import type { Filter } from './parseFilter';

/** Whether a resource fits the filter. Strings compare exactly; a missing property equals only null. */
export function matches(filter: Filter, scope: JsonObject): boolean {
  if (filter.kind === 'and') return matches(filter.left, scope) && matches(filter.right, scope);
  const value = valueAt(filter.path, scope);
  if (filter.kind === 'eq') return (value ?? null) === filter.value;
  return Array.isArray(value) && value.some((item) => matches(filter.where, { [filter.variable]: item }));
}

function valueAt(path: string[], scope: JsonObject): unknown {
  return path.reduce<unknown>((value, name) => (isJsonObject(value) ? value[name] : undefined), scope);
}
