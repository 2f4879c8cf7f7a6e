import type { Log } from '../lib/log';
import type { Call } from './call';
import { parseItems } from './parseItems';
import type { PartnerCenter } from './partnerCenter';
import { pathSegment } from './pathSegment';
import { seekPages } from './seekPages';
import { subscriptionSchema, type Subscription } from './subscription';

/**
 * The subscriptions of a customer. No page size is documented for them; should pages come, they are all read.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions
 */
export function subscriptions(call: Call, log: Log): Pick<PartnerCenter, 'listSubscriptions'> {
  const name = 'GET /customers/{id}/subscriptions';
  return {
    async listSubscriptions(tokens, customerId, options) {
      const path = `/customers/${pathSegment(customerId, name)}/subscriptions`;
      const found: Subscription[] = [];
      for await (const page of seekPages(call, tokens, { name, path, query: [] }, options)) {
        found.push(...parseItems(subscriptionSchema, page.items, name, log));
      }
      return found;
    },
  };
}
