import { Refusal, type AuthorizedCall } from '../http/call';
import { partnerCenterError } from '../http/partnerCenterApi';
import type { World } from '../world';
import type { CustomerResource } from './customers';

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The customer that the path names. https://learn.microsoft.com/en-us/partner-center/developer/error-codes */
export function knownCustomer({ params: { customerId = '' } }: AuthorizedCall, world: World): CustomerResource {
  if (!guid.test(customerId)) throw new Refusal(partnerCenterError(400, 900118, 'Invalid customer id.', [customerId]));
  const customer = world.customers.find(customerId.toLowerCase());
  if (!customer) throw new Refusal(partnerCenterError(404, 60003, 'Tenant not found.', [customerId]));
  return customer;
}
