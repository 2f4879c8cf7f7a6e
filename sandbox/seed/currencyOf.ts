import type { CustomerResource } from '../customers/customers';
import { countries } from './countries';

/** ISO 4217 code of the money that the customer is billed in. */
export function currencyOf({ companyProfile }: CustomerResource): string {
  return countries.find(({ code }) => code === companyProfile.address.country)?.currency ?? 'USD';
}
