import { z } from 'zod/v4';

const text = z.string().nullish();
const idList = z.array(z.looseObject({ id: text, name: text })).nullish();

/** Somebody on a team: the customer's contacts, or the people of one's own organisation. */
export const memberSchema = z.looseObject({
  firstName: text,
  lastName: text,
  phoneNumber: text,
  email: text,
  title: text,
});

/**
 * A referral as the API gives it: every field but `id` may be missing or null, enums are open strings, unknown fields
 * are kept. Dates are ISO 8601 UTC with up to seven fractional digits; `eTag` carries its own quotes; `dealValue` is in
 * `currency` (ISO 4217). https://learn.microsoft.com/en-us/partner-center/developer/referral-resources
 */
export const referralSchema = z.looseObject({
  id: z.string().min(1),
  engagementId: text,
  name: text,
  externalReferenceId: text,
  organizationId: text,
  organizationName: text,
  createdDateTime: text,
  updatedDateTime: text,
  expirationDateTime: text,
  acceptedDateTime: text,
  closedDateTime: text,
  status: text,
  substatus: text,
  statusReason: text,
  type: text,
  qualification: text,
  direction: text,
  eTag: text,
  target: z.array(z.looseObject({ type: text, id: text })).nullish(),
  customerProfile: z
    .looseObject({
      name: text,
      size: text,
      address: z
        .looseObject({
          addressLine1: text,
          addressLine2: text,
          city: text,
          state: text,
          postalCode: text,
          country: text,
          region: text,
        })
        .nullish(),
      team: z.array(memberSchema).nullish(),
      ids: z.unknown(),
    })
    .nullish(),
  consent: z.record(z.string(), z.unknown()).nullish(),
  details: z
    .looseObject({
      notes: text,
      // Documented as a decimal, written as a string in the PATCH examples.
      dealValue: z.union([z.number(), z.string()]).nullish(),
      currency: text,
      closingDateTime: text,
      requirements: z
        .looseObject({ industries: idList, products: idList, services: idList, solutions: idList })
        .nullish(),
    })
    .nullish(),
  team: z.array(memberSchema).nullish(),
  inviteContext: z
    .looseObject({
      notes: text,
      assistanceRequestCode: text,
      invitedBy: z.looseObject({ organizationId: text, organizationName: text }).nullish(),
    })
    .nullish(),
});

export type Referral = z.infer<typeof referralSchema>;
export type Member = z.infer<typeof memberSchema>;
