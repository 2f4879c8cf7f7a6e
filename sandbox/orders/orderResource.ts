import type { JsonObject } from '../json';

/** https://learn.microsoft.com/en-us/partner-center/developer/order-resources */
export interface OrderResource {
  id: string;
  alternateId: string;
  /** The customer's id. */
  referenceCustomerId: string;
  billingCycle: string;
  /** ISO 4217. */
  currencyCode: string;
  currencySymbol: string;
  lineItems: OrderLine[];
  /** ISO 8601, UTC. */
  creationDate: string;
  status: string;
  /** Who started it: `UserPurchase`, `SystemPurchase` or `SystemBilling`. */
  transactionType: string;
  attributes: JsonObject;
}

/** What `lineItemNumber` counts begins with zero. */
export type OrderLine = JsonObject & {
  lineItemNumber: number;
  offerId: string;
  friendlyName: string;
  quantity: number;
};
