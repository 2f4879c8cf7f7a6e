import type { Log } from '../lib/log';
import type { Call } from './call';
import { orderSchema, type Order } from './order';
import { parseItems } from './parseItems';
import type { PartnerCenter } from './partnerCenter';
import { pathSegment } from './pathSegment';
import { seekPages } from './seekPages';

/**
 * The orders of a customer. No page size is documented for them; should pages come, they are all read.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-orders
 */
export function orders(call: Call, log: Log): Pick<PartnerCenter, 'listOrders'> {
  const name = 'GET /customers/{id}/orders';
  return {
    async listOrders(tokens, customerId, options) {
      const path = `/customers/${pathSegment(customerId, name)}/orders`;
      const found: Order[] = [];
      for await (const page of seekPages(call, tokens, { name, path, query: [] }, options)) {
        found.push(...parseItems(orderSchema, page.items, name, log));
      }
      return found;
    },
  };
}
