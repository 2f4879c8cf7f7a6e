import { z } from 'zod/v4';

// What is not what it should be reads as missing: an odd postal code must not cost the whole referral.
const text = z.string().nullish().catch(undefined);
const idList = z
  .array(z.looseObject({ id: text, name: text }))
  .nullish()
  .catch(undefined);
/** For what a PATCH is made from: rather no referral than one whose own words would be overwritten. */
const writtenBack = z.string().nullish();

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
 * are kept, a known one of another type reads as missing. Dates are ISO 8601 UTC with up to seven fractional digits; `eTag`
 * carries its own quotes; `dealValue` is in `currency` (ISO 4217).
 * https://learn.microsoft.com/en-us/partner-center/developer/referral-resources
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
  eTag: writtenBack,
  target: z
    .array(z.looseObject({ type: text, id: text }))
    .nullish()
    .catch(undefined),
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
        .nullish()
        .catch(undefined),
      team: z.array(memberSchema).nullish().catch(undefined),
      ids: z.unknown().optional(),
    })
    .nullish()
    .catch(undefined),
  consent: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  details: z
    .looseObject({
      notes: writtenBack,
      // Documented as a decimal, written as a string in the PATCH examples.
      dealValue: z.union([z.number(), z.string()]).nullish().catch(undefined),
      currency: text,
      closingDateTime: text,
      requirements: z
        .looseObject({ industries: idList, products: idList, services: idList, solutions: idList })
        .nullish()
        .catch(undefined),
    })
    .nullish(),
  team: z.array(memberSchema).nullish().catch(undefined),
  inviteContext: z
    .looseObject({
      notes: text,
      assistanceRequestCode: text,
      invitedBy: z.looseObject({ organizationId: text, organizationName: text }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

export type Referral = z.infer<typeof referralSchema>;
export type Member = z.infer<typeof memberSchema>;
