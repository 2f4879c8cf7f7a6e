import type { Answer, AuthorizedCall } from '../http/call';
import { partnerCenterError } from '../http/partnerCenterApi';
import type { World } from '../world';
import { knownCustomer } from './knownCustomer';
import { renderSubscription } from './renderSubscription';

/** GET /v1/customers/{id}/subscriptions/{id}. https://learn.microsoft.com/en-us/partner-center/developer/get-a-subscription-by-id */
export function getSubscription(call: AuthorizedCall, world: World): Answer {
  const { id } = knownCustomer(call, world);
  const { subscriptionId = '' } = call.params;
  const subscription = world.customers.subscriptionsOf(id).find((one) => one.id === subscriptionId.toLowerCase());
  if (!subscription) return partnerCenterError(404, 20003, 'Subscription not found.', [subscriptionId]);
  return { status: 200, body: renderSubscription(id, subscription) };
}
