import { z } from 'zod/v4';
import { invalidProperty } from '../http/partnerCenterApi';
import type { CustomerResource } from './customers';

const filterSchema = z.object({
  Field: z.enum(['CompanyName', 'Domain']),
  Value: z.string(),
  Operator: z.literal('starts_with'),
});

/**
 * Reads `{"Field":"CompanyName","Value":"cont","Operator":"starts_with"}`, the one documented operator; case does not count.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-customer-by-name
 */
export function readCustomerFilter(text: string): (customer: CustomerResource) => boolean {
  const { Field, Value } = filterSchema.safeParse(parse(text)).data ?? refuse(text);
  const start = Value.toLowerCase();
  return ({ companyProfile: { companyName, domain } }) =>
    (Field === 'CompanyName' ? companyName : domain).toLowerCase().startsWith(start);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(text: string): never {
  throw invalidProperty('The filter is not valid or not supported.', [text]);
}
