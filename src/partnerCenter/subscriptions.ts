import type { Log } from '../lib/log';
import type { Call } from './call';
import { parseAnswer } from './parseAnswer';
import { parseItems } from './parseItems';
import type { PartnerCenter } from './partnerCenter';
import { pathSegment } from './pathSegment';
import { seekPages } from './seekPages';
import { subscriptionSchema, type Subscription } from './subscription';

/**
 * The subscriptions of a customer. No page size is documented for them; should pages come, they are all read.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-subscription-by-id
 */
export function subscriptions(call: Call, log: Log): Pick<PartnerCenter, 'listSubscriptions' | 'getSubscription'> {
  return {
    async listSubscriptions(tokens, customerId, options) {
      const name = 'GET /customers/{id}/subscriptions';
      const path = pathOf(customerId, name);
      const found: Subscription[] = [];
      for await (const page of seekPages(call, tokens, { name, path, query: [] }, options)) {
        found.push(...parseItems(subscriptionSchema, page.items, name, log));
      }
      return found;
    },

    async getSubscription(tokens, customerId, id, options) {
      const name = 'GET /customers/{id}/subscriptions/{id}';
      const path = `${pathOf(customerId, name)}/${pathSegment(id, name)}`;
      const spec = { name, audience: 'partner-center', method: 'GET', path } as const;
      return parseAnswer(subscriptionSchema, await call(tokens, spec, options));
    },
  };
}

const pathOf = (customerId: string, name: string): string =>
  `/customers/${pathSegment(customerId, name)}/subscriptions`;
