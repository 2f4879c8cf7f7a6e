import type { CustomerResource, SubscriptionResource } from '../customers/customers';
import { rounded } from '../money';
import type { Random } from './random';

/** What a customer cost the partner in one month. Amounts in the invoice's currency. */
export interface Charge {
  invoiceId: string;
  /** ISO 4217. */
  currency: string;
  /** First and last day of the billing period, ISO 8601, UTC. */
  period: { start: string; end: string };
  customer: CustomerResource;
  subscription: SubscriptionResource;
  quantity: number;
  unitPrice: number;
  /** `unitPrice` less the discount of those who earn one. */
  effectiveUnitPrice: number;
  subtotal: number;
  tax: number;
  total: number;
}

/** A charge for one of the subscriptions; a negative `sign` gives money back. */
export function inventCharge(
  invoice: Pick<Charge, 'invoiceId' | 'currency' | 'period'>,
  [customer, subscription]: readonly [CustomerResource, SubscriptionResource],
  sign: 1 | -1,
  random: Random,
): Charge {
  const isUsage = subscription.unitType === 'Usage';
  const unitPrice = random.between(isUsage ? 5 : 150, isUsage ? 90 : 2200) / 100;
  const effectiveUnitPrice = random.chance(0.2) ? rounded(unitPrice * 0.85) : unitPrice;
  const quantity = isUsage ? random.between(24, 744) : Number(subscription.quantity);
  const subtotal = rounded(sign * effectiveUnitPrice * quantity);
  const tax = random.chance(0.5) ? rounded(subtotal * 0.1) : 0;
  const total = rounded(subtotal + tax);
  return { ...invoice, customer, subscription, quantity, unitPrice, effectiveUnitPrice, subtotal, tax, total };
}
