import type { Answer, AuthorizedCall } from '../http/call';
import { invalidProperty } from '../http/partnerCenterApi';
import type { World } from '../world';
import { readContinuationToken, writeContinuationToken, type Continuation } from './continuationToken';
import { readCustomerFilter } from './customerFilter';
import type { CustomerResource } from './customers';
import { link } from './link';

/** The largest page; the service's own limit is not documented. */
const maxSize = 500;

/** GET /v1/customers. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers */
export function listCustomers({ query, headers }: AuthorizedCall, world: World): Answer {
  const wanted =
    query.get('seekOperation') === null
      ? { size: readSize(query.get('size')), filter: query.get('filter'), offset: 0 }
      : seek(query.get('seekOperation'), headers['ms-continuationtoken']);
  const customers = world.customers.all();
  const found = wanted.filter === null ? customers : customers.filter(readCustomerFilter(wanted.filter));
  const page = found.slice(wanted.offset, wanted.offset + wanted.size);
  const nextOffset = wanted.offset + page.length;
  const next = nextOffset < found.length ? { ...wanted, offset: nextOffset } : undefined;
  return {
    status: 200,
    body: {
      totalCount: page.length,
      items: page.map(render),
      links: { self: link(uriOf(wanted)), ...(next && { next: nextLink(next) }) },
      ...(next && { continuationToken: writeContinuationToken(next) }),
      attributes: { objectType: 'Collection' },
    },
  };
}

function readSize(text: string | null): number {
  if (!/^[1-9]\d{0,8}$/.test(text ?? '')) throw invalidProperty('The page size is missing or not valid.', ['size']);
  return Math.min(Number(text), maxSize);
}

function seek(operation: string | null, token: string | string[] | undefined): Continuation {
  if (operation !== 'Next') throw invalidProperty('The seek operation is not supported.', ['seekOperation']);
  return readContinuationToken(String(token ?? ''));
}

/** The first page's next link has no `/v1`, later ones do: the documentation shows both. */
function nextLink(next: Continuation) {
  const prefix = next.offset > next.size ? '/v1' : '';
  return link(`${prefix}${uriOf(next)}&seekOperation=Next`, { 'MS-ContinuationToken': writeContinuationToken(next) });
}

function uriOf({ size, filter }: Continuation): string {
  return `/customers?size=${size}${filter === null ? '' : `&filter=${encodeURIComponent(filter)}`}`;
}

/** The list has less of a customer than the customer itself, and of the profile only what names it. */
function render({ id, companyProfile, relationshipToPartner }: CustomerResource) {
  const { tenantId, domain, companyName } = companyProfile;
  return {
    id,
    companyProfile: { tenantId, domain, companyName, attributes: { objectType: 'CustomerCompanyProfile' } },
    relationshipToPartner,
    links: { self: link(`/customers/${id}`) },
    attributes: { objectType: 'Customer' },
  };
}
