import { z } from 'zod/v4';

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

/**
 * A subscription of a customer. `status` is an open string (`active`, `suspended`, …); dates are ISO 8601, durations
 * ISO 8601 (`P1Y`). https://learn.microsoft.com/en-us/partner-center/developer/subscription-resources
 */
export const subscriptionSchema = z.looseObject({
  id: z.string().min(1),
  offerId: text,
  offerName: text,
  friendlyName: text,
  quantity: z.number().nullish().catch(undefined),
  unitType: text,
  creationDate: text,
  effectiveStartDate: text,
  commitmentEndDate: text,
  cancellationAllowedUntilDate: text,
  billingCycleEndDate: text,
  status: text,
  autoRenewEnabled: flag,
  isTrial: flag,
  billingType: text,
  billingCycle: text,
  termDuration: text,
  renewalTermDuration: text,
  attentionNeeded: flag,
  suspensionReasons: z.array(z.string()).nullish().catch(undefined),
});

export type Subscription = z.infer<typeof subscriptionSchema>;
