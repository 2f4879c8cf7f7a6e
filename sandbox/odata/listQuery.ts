import { invalidRequest } from '../http/referralsApi';
import { referralProperties } from '../referrals/referralResource';

/** What a list request asks for. */
export interface ListQuery {
  select: string[] | undefined;
  filter: string | undefined;
  orderBy: { property: 'createdDateTime' | 'updatedDateTime'; descending: boolean } | undefined;
  top: number | undefined;
}

const options = new Set(['$select', '$filter', '$orderby', '$top', '$skiptoken']);

/**
 * Reads the documented query options and refuses the others.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 */
export function readListQuery(query: URLSearchParams): ListQuery {
  for (const name of query.keys()) {
    if (name.startsWith('$') && !options.has(name)) throw unsupported(name, `The query option '${name}'`);
    if (query.getAll(name).length > 1) throw unsupported(name, `More than one '${name}'`);
  }
  return {
    select: readSelect(query.get('$select')),
    filter: query.get('$filter') ?? undefined,
    orderBy: readOrderBy(query.get('$orderby')),
    top: readTop(query.get('$top')),
  };
}

function readSelect(text: string | null): string[] | undefined {
  const names = text?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !referralProperties.has(name));
  if (unknown !== undefined) throw unsupported('$select', `Selecting '${unknown}'`);
  return names;
}

function readOrderBy(text: string | null): ListQuery['orderBy'] {
  if (text === null) return undefined;
  const [, property, direction] = /^\s*(createdDateTime|updatedDateTime)(?:\s+(asc|desc))?\s*$/.exec(text) ?? [];
  if (property !== 'createdDateTime' && property !== 'updatedDateTime') {
    throw unsupported('$orderby', `Ordering by '${text}'`);
  }
  return { property, descending: direction === 'desc' };
}

function readTop(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw unsupported('$top', `'${text}'`);
  return Number(text);
}

function unsupported(target: string, what: string) {
  return invalidRequest(`${what} is not supported.`, { target });
}
