import { z } from 'zod/v4';

const text = z.string().nullish().catch(undefined);

/**
 * A customer of the CSP API; list items carry only `id`, `companyProfile` and `relationshipToPartner`.
 * https://learn.microsoft.com/en-us/partner-center/developer/customer-resources
 */
export const customerSchema = z.looseObject({
  id: z.string().min(1),
  companyProfile: z.looseObject({ tenantId: text, domain: text, companyName: text }).nullish().catch(undefined),
  relationshipToPartner: text,
});

export type Customer = z.infer<typeof customerSchema>;
