import { isJsonObject } from '../json';

/** One property that changed; `path` is a JSON pointer, a side that has no such property lacks `before` or `after`. */
export interface PropertyChange {
  path: string;
  before?: unknown;
  after?: unknown;
}

/** Who did what to a referral, and when (ISO 8601, UTC). */
export interface HistoryEntry {
  at: string;
  by: string;
  how: 'arrived' | 'created' | 'api' | 'portal' | 'expired';
  changes: PropertyChange[];
}

/** What differs between two JSON values, property by property; arrays are compared as a whole. */
export function compare(before: unknown, after: unknown, path = ''): PropertyChange[] {
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => compare(before[key], after[key], `${path}/${key}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}
