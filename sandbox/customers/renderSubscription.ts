import type { JsonObject } from '../json';
import type { SubscriptionResource } from './customers';
import { link } from './link';

/** A subscription as the list and the resource have it. https://learn.microsoft.com/en-us/partner-center/developer/subscription-resources */
export const renderSubscription = (customerId: string, subscription: SubscriptionResource): JsonObject => ({
  ...subscription,
  links: {
    ...(typeof subscription.offerId === 'string' && { offer: link(`/v1/offers/${subscription.offerId}`) }),
    self: link(`/customers/${customerId}/subscriptions/${subscription.id}`),
  },
});
