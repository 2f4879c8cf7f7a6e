import { knownCustomer } from '../customers/knownCustomer';
import { link } from '../customers/link';
import type { Answer, AuthorizedCall } from '../http/call';
import type { World } from '../world';
import type { OrderLine, OrderResource } from './orderResource';

/** GET /v1/customers/{id}/orders, all at once. https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-orders */
export function listOrders(call: AuthorizedCall, world: World): Answer {
  const { id } = knownCustomer(call, world);
  const items = world.customers.ordersOf(id).map((order) => render(order, id));
  return {
    status: 200,
    body: {
      totalCount: items.length,
      items,
      links: { self: link(`/customers/${id}/orders`) },
      attributes: { objectType: 'Collection' },
    },
  };
}

function render(order: OrderResource, customerId: string) {
  const self = `/customers/${customerId}/orders/${order.id}`;
  return {
    ...order,
    lineItems: order.lineItems.map((line) => ({ ...line, links: lineLinks(line, customerId) })),
    links: {
      self: link(self),
      provisioningStatus: link(`${self}/provisioningstatus`),
      patchOperation: { ...link(self), method: 'PATCH' },
    },
  };
}

/** The subscription's link has `/v1`, those of the catalogue do not. */
function lineLinks({ offerId, subscriptionId }: OrderLine, customerId: string) {
  const [productId = '', skuId = '', availabilityId = ''] = offerId.split(':');
  const sku = `/products/${productId}/skus/${skuId}`;
  return {
    ...(typeof subscriptionId === 'string' && {
      subscription: link(`/v1/customers/${customerId}/subscriptions/${subscriptionId}`),
    }),
    product: link(`/products/${productId}?country=US`),
    sku: link(`${sku}?country=US`),
    availability: link(`${sku}/availabilities/${availabilityId}?country=US`),
  };
}
