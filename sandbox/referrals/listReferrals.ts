import type { Answer, AuthorizedCall } from '../http/call';
import type { JsonObject } from '../json';
import { readListQuery, type ListQuery } from '../odata/listQuery';
import { matches } from '../odata/matches';
import { parseFilter } from '../odata/parseFilter';
import { readSkipToken, writeSkipToken } from '../odata/skipToken';
import type { World } from '../world';
import { isVisible } from './isVisible';
import type { ReferralResource } from './referralResource';
import { renderReferral } from './renderReferral';
import { timestampKey } from './timestamps';

/** GET /v1.0/engagements/referrals. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals */
export function listReferrals({ query, caller }: AuthorizedCall, world: World): Answer {
  const given = readListQuery(query);
  const skipToken = query.get('$skiptoken');
  const resumed = skipToken === null ? undefined : readSkipToken(skipToken, world.clock.now());
  const asked: ListQuery = resumed ? { ...noQuery, ...resumed.query } : given;
  const filter = asked.filter === undefined ? undefined : parseFilter(asked.filter);
  const found = world.referrals.all().filter((one) => isVisible(one, caller) && (!filter || matches(filter, one)));
  const rest = sort(found, asked.orderBy).filter((one) => !resumed || isAfter(one, resumed.after, asked.orderBy));
  const size = Math.min(world.pageSize, asked.top ?? Infinity);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const left = asked.top === undefined ? undefined : asked.top - page.length;
  const body: JsonObject = {
    '@odata.context': 'http://api.partner.microsoft.com/v1.0/$metadata#Referrals',
    '@odata.count': page.length,
    value: page.map((one) => select(renderReferral(one, 'engagements'), asked.select)),
  };
  // A full page has a next link even when nothing follows: the documented answer has one beside "@odata.count": 1.
  if (last && page.length === world.pageSize && left !== 0) {
    const after = sortKey(last, asked.orderBy);
    const token = writeSkipToken({ issuedAt: world.clock.now(), query: { ...asked, top: left }, after });
    body['@odata.nextLink'] = `http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=${token}`;
  }
  return { status: 200, body };
}

const noQuery: ListQuery = { select: undefined, filter: undefined, orderBy: undefined, top: undefined };

function select(resource: JsonObject, names: string[] | undefined): JsonObject {
  return names ? Object.fromEntries(Object.entries(resource).filter(([name]) => names.includes(name))) : resource;
}

/** Without $orderby nothing is promised about the order; by id it is at least the same on every page. */
function sortKey(referral: ReferralResource, orderBy: ListQuery['orderBy']): string {
  return (orderBy ? timestampKey(referral[orderBy.property]) : '') + referral.id;
}

function sort(referrals: ReferralResource[], orderBy: ListQuery['orderBy']): ReferralResource[] {
  return referrals
    .map((referral) => ({ referral, key: sortKey(referral, orderBy) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1) * (orderBy?.descending ? -1 : 1))
    .map(({ referral }) => referral);
}

function isAfter(referral: ReferralResource, key: string, orderBy: ListQuery['orderBy']): boolean {
  return orderBy?.descending ? sortKey(referral, orderBy) < key : sortKey(referral, orderBy) > key;
}
