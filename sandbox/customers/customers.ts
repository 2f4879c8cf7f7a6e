import type { JsonObject } from '../json';

/** A customer of the partner as `GET /v1/customers/{id}` has it. https://learn.microsoft.com/en-us/partner-center/developer/customer-resources */
export interface CustomerResource {
  /** Also the tenant id. */
  id: string;
  commerceId: string;
  companyProfile: { tenantId: string; domain: string; companyName: string; address: JsonObject; email: string };
  relationshipToPartner: string;
  allowDelegatedAccess: boolean;
  customDomains: string[];
  billingProfile: JsonObject;
}

/** https://learn.microsoft.com/en-us/partner-center/developer/subscription-resources */
export type SubscriptionResource = JsonObject & { id: string; status: string };

/** The partner's customers, in the order in which the list gives them, and their subscriptions. */
export class Customers {
  private readonly byId = new Map<string, CustomerResource>();
  private readonly subscriptions = new Map<string, SubscriptionResource[]>();

  add(customer: CustomerResource, subscriptions: SubscriptionResource[]): void {
    this.byId.set(customer.id, customer);
    this.subscriptions.set(customer.id, subscriptions);
  }

  all(): CustomerResource[] {
    return [...this.byId.values()];
  }

  find(id: string): CustomerResource | undefined {
    return this.byId.get(id);
  }

  subscriptionsOf(id: string): SubscriptionResource[] {
    return this.subscriptions.get(id) ?? [];
  }
}
