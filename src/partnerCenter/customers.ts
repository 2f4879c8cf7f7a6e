import type { Log } from '../lib/log';
import type { Call } from './call';
import { customerSchema } from './customer';
import { parseAnswer } from './parseAnswer';
import { parseItems } from './parseItems';
import type { CallOptions, PartnerCenter } from './partnerCenter';
import { PartnerCenterError } from './partnerCenterError';
import { seekPageSchema, seekToken } from './seekPage';
import type { TokenSource } from './tokenSource';

type Customers = Pick<PartnerCenter, 'findCustomers' | 'listCustomers' | 'getCustomer'>;

const audience = 'partner-center';
/** How many customers a page holds; the documented maximum is not named, its example is 40. */
const pageSize = 100;

/** The customers resource. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers */
export function customers(call: Call, log: Log): Customers {
  const name = 'GET /customers';
  const page = async (tokens: TokenSource, search: string, token: string | undefined, options?: CallOptions) => {
    const headers: Record<string, string> = token === undefined ? {} : { 'MS-ContinuationToken': token };
    const { json } = await call(
      tokens,
      { name, audience, method: 'GET', path: `/customers?${search}`, headers },
      options,
    );
    const answer = parseAnswer(seekPageSchema, json, name);
    return { customers: parseItems(customerSchema, answer.items ?? [], name, log), next: seekToken(answer) };
  };
  return {
    async findCustomers(tokens, { field, startsWith, size = pageSize }, options) {
      const filter = JSON.stringify({ Field: field, Value: startsWith, Operator: 'starts_with' });
      const found = await page(tokens, `size=${size}&filter=${encodeURIComponent(filter)}`, undefined, options);
      return { customers: found.customers, hasMore: found.next !== undefined };
    },
    async *listCustomers(tokens, options) {
      const followed = new Set<string>();
      let { customers: found, next } = await page(tokens, `size=${pageSize}`, undefined, options);
      yield found;
      while (next !== undefined) {
        if (followed.has(next))
          throw new PartnerCenterError('A next page leads back', { kind: 'unexpectedAnswer', call: name });
        followed.add(next);
        ({ customers: found, next } = await page(tokens, `size=${pageSize}&seekOperation=Next`, next, options));
        yield found;
      }
    },
    async getCustomer(tokens, id, options) {
      const one = 'GET /customers/{id}';
      const path = `/customers/${encodeURIComponent(id)}`;
      const { json } = await call(tokens, { name: one, audience, method: 'GET', path }, options);
      return parseAnswer(customerSchema, json, one);
    },
  };
}
