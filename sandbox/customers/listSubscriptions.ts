import type { Answer, AuthorizedCall } from '../http/call';
import type { World } from '../world';
import { knownCustomer } from './knownCustomer';
import { link } from './link';

/** GET /v1/customers/{id}/subscriptions, all at once. https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-subscriptions */
export function listSubscriptions(call: AuthorizedCall, world: World): Answer {
  const { id } = knownCustomer(call, world);
  const items = world.customers.subscriptionsOf(id).map((subscription) => ({
    ...subscription,
    links: {
      ...(typeof subscription.offerId === 'string' && { offer: link(`/v1/offers/${subscription.offerId}`) }),
      self: link(`/customers/${id}/subscriptions/${subscription.id}`),
    },
  }));
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
