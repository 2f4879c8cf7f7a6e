import type { Log } from '../lib/log';
import type { Call } from './call';
import { customerSchema, type Customer } from './customer';
import { parseAnswer } from './parseAnswer';
import { parseItems } from './parseItems';
import type { CustomerSearch, PartnerCenter } from './partnerCenter';
import { pathSegment } from './pathSegment';
import { seekPages } from './seekPages';

type Customers = Pick<PartnerCenter, 'findCustomers' | 'listCustomers' | 'getCustomer'>;

/** How many customers a page holds; the documented maximum is not named, its example is 40. */
const pageSize = 100;

/** The customers resource. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers */
export function customers(call: Call, log: Log): Customers {
  const list = { name: 'GET /customers', path: '/customers' };
  const read = (items: unknown[]): Customer[] => parseItems(customerSchema, items, list.name, log);
  return {
    async findCustomers(tokens, search, options) {
      const query = queryOf(search);
      const { value: page } = await seekPages(call, tokens, { ...list, query }, options).next();
      return { customers: read(page?.items ?? []), hasMore: page?.hasMore ?? false };
    },
    async *listCustomers(tokens, options, search) {
      const query = queryOf(search);
      for await (const page of seekPages(call, tokens, { ...list, query }, options)) yield read(page.items);
    },
    async getCustomer(tokens, id, options) {
      const name = 'GET /customers/{id}';
      const path = `/customers/${pathSegment(id, name)}`;
      const spec = { name, audience: 'partner-center', method: 'GET', path } as const;
      return parseAnswer(customerSchema, await call(tokens, spec, options));
    },
  };
}

function queryOf(search?: CustomerSearch): string[] {
  const size = `size=${search?.size ?? pageSize}`;
  if (!search) return [size];
  const filter = JSON.stringify({ Field: search.field, Value: search.startsWith, Operator: 'starts_with' });
  return [size, `filter=${encodeURIComponent(filter)}`];
}
