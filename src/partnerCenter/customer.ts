import { z } from 'zod/v4';

const text = z.string().nullish().catch(undefined);

const addressSchema = z.looseObject({
  country: text,
  region: text,
  city: text,
  state: text,
  addressLine1: text,
  addressLine2: text,
  postalCode: text,
  firstName: text,
  lastName: text,
  phoneNumber: text,
});

const companyProfileSchema = z.looseObject({
  tenantId: text,
  domain: text,
  companyName: text,
  email: text,
  address: addressSchema.nullish().catch(undefined),
});

const billingProfileSchema = z.looseObject({
  id: text,
  firstName: text,
  lastName: text,
  email: text,
  culture: text,
  language: text,
  companyName: text,
  defaultAddress: addressSchema.nullish().catch(undefined),
});

/**
 * A customer of the CSP API; list items carry only `id`, `companyProfile` and `relationshipToPartner`, without the address.
 * Countries are ISO 3166-1 alpha-2; unknown fields are kept. `relationshipToPartner` is an open string (`reseller`, …).
 * https://learn.microsoft.com/en-us/partner-center/developer/customer-resources
 */
export const customerSchema = z.looseObject({
  id: z.string().min(1),
  commerceId: text,
  companyProfile: companyProfileSchema.nullish().catch(undefined),
  billingProfile: billingProfileSchema.nullish().catch(undefined),
  relationshipToPartner: text,
  allowDelegatedAccess: z.boolean().nullish().catch(undefined),
  customDomains: z.array(z.string()).nullish().catch(undefined),
  associatedPartnerId: text,
});

export type Customer = z.infer<typeof customerSchema>;
export type CustomerAddress = z.infer<typeof addressSchema>;
