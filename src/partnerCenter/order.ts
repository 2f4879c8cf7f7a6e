import { z } from 'zod/v4';
import { numberField } from './numberField';

const text = z.string().nullish().catch(undefined);

/** A line of an order; `lineItemNumber` counts from zero. `offerId` is `productId:skuId:availabilityId` in new commerce. */
const orderLineSchema = z.looseObject({
  lineItemNumber: numberField,
  offerId: text,
  subscriptionId: text,
  parentSubscriptionId: text,
  termDuration: text,
  promotionId: text,
  customTermEndDate: text,
  transactionType: text,
  friendlyName: text,
  quantity: numberField,
  partnerIdOnRecord: text,
  renewsTo: z.looseObject({ termDuration: text }).nullish().catch(undefined),
});

/**
 * An order of a customer. Enums are open strings (`status`: `completed`, `pending`, …; `transactionType` says who started it:
 * `UserPurchase`, `SystemPurchase`, `SystemBilling`), dates are ISO 8601, durations ISO 8601 (`P1Y`), unknown fields are kept.
 * https://learn.microsoft.com/en-us/partner-center/developer/order-resources
 */
export const orderSchema = z.looseObject({
  id: z.string().min(1),
  alternateId: text,
  referenceCustomerId: text,
  billingCycle: text,
  currencyCode: text,
  currencySymbol: text,
  creationDate: text,
  status: text,
  transactionType: text,
  lineItems: z.array(orderLineSchema).nullish().catch(undefined),
});

export type Order = z.infer<typeof orderSchema>;
export type OrderLine = z.infer<typeof orderLineSchema>;
