import type { JsonObject } from '../json';
import type { OrderResource } from '../orders/orderResource';

/** A customer of the partner as `GET /v1/customers/{id}` has it. https://learn.microsoft.com/en-us/partner-center/developer/customer-resources */
export interface CustomerResource {
  /** Also the tenant id. */
  id: string;
  commerceId: string;
  companyProfile: { tenantId: string; domain: string; companyName: string; address: JsonObject; email: string };
  relationshipToPartner: string;
  allowDelegatedAccess: boolean;
  customDomains: string[];
  /** The indirect reseller that looks after the customer; null where there is none. */
  associatedPartnerId: string | null;
  billingProfile: JsonObject;
}

/** https://learn.microsoft.com/en-us/partner-center/developer/subscription-resources */
export type SubscriptionResource = JsonObject & { id: string; status: string };

/** The partner's customers, in the order in which the list gives them, their subscriptions and their orders. */
export class Customers {
  private readonly byId = new Map<string, CustomerResource>();
  private readonly subscriptions = new Map<string, SubscriptionResource[]>();
  private readonly orders = new Map<string, OrderResource[]>();

  /** @param onChange told after a subscription has changed */
  constructor(private readonly onChange: (customerId: string, subscriptionId: string) => void = () => undefined) {}

  /** Adds a customer, or replaces the one with that id and all it has. */
  add(customer: CustomerResource, subscriptions: SubscriptionResource[], orders: OrderResource[] = []): void {
    this.byId.set(customer.id, customer);
    this.subscriptions.set(customer.id, subscriptions);
    this.orders.set(customer.id, orders);
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

  /** Changes a subscription, as somebody does in the portal; undefined where there is no such one. */
  changeSubscription(id: string, partial: JsonObject): SubscriptionResource | undefined {
    for (const [customerId, all] of this.subscriptions) {
      const at = all.findIndex((one) => one.id === id);
      const present = all[at];
      if (!present) continue;
      const changed = { ...present, ...partial, id } as SubscriptionResource;
      this.subscriptions.set(customerId, all.with(at, changed));
      this.onChange(customerId, id);
      return changed;
    }
    return undefined;
  }

  ordersOf(id: string): OrderResource[] {
    return this.orders.get(id) ?? [];
  }
}
