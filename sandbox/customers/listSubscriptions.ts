import type { Answer, AuthorizedCall } from '../http/call';
import type { World } from '../world';
import { knownCustomer } from './knownCustomer';
import { link } from './link';
import { renderSubscription } from './renderSubscription';

/** GET /v1/customers/{id}/subscriptions, all at once. https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions */
export function listSubscriptions(call: AuthorizedCall, world: World): Answer {
  const { id } = knownCustomer(call, world);
  const items = world.customers.subscriptionsOf(id).map((subscription) => renderSubscription(id, subscription));
  return {
    status: 200,
    body: {
      totalCount: items.length,
      items,
      links: { self: link(`/v1/customers/${id}/subscriptions`) },
      attributes: { objectType: 'Collection' },
    },
  };
}
