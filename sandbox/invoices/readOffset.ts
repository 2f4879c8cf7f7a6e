import { invalidProperty } from '../http/partnerCenterApi';

/** `size` and the zero-based `offset` of a list that is paged by them; everything from the beginning where they are missing. */
export function readOffset(query: URLSearchParams, maxSize: number): { size: number; offset: number } {
  const size = Math.min(readNumber(query, 'size') ?? maxSize, maxSize);
  if (size === 0) throw invalidProperty('The page size is not valid.', ['size']);
  return { size, offset: readNumber(query, 'offset') ?? 0 };
}

function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw invalidProperty(`The ${name} is not a number.`, [name]);
  return Number(text);
}
