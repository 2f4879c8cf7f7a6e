import type { Answer, AuthorizedCall } from '../http/call';
import type { World } from '../world';
import { knownCustomer } from './knownCustomer';
import { link } from './link';

/** GET /v1/customers/{customer-tenant-id}. https://learn.microsoft.com/en-us/partner-center/developer/get-a-customer-by-id */
export function getCustomer(call: AuthorizedCall, world: World): Answer {
  const customer = knownCustomer(call, world);
  const links = { self: link(`/v1/customers/${customer.id}`) };
  return {
    status: 200,
    body: {
      ...customer,
      companyProfile: { ...customer.companyProfile, attributes: { objectType: 'CustomerCompanyProfile' } },
      billingProfile: { ...customer.billingProfile, attributes: { objectType: 'CustomerBillingProfile' } },
      links,
      attributes: { objectType: 'Customer' },
    },
  };
}
