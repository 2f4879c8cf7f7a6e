import type { CustomerPage, CustomerSearch } from '../partnerCenter/partnerCenter';
import type { Desk } from './desk';
import type { Turn } from './turn';

/** How many customers one search gives at most. */
const size = 100;

/** One search with the person's own token, or what the same person's search found within the last minutes. */
export async function searchCustomers(
  turn: Turn,
  desk: Desk,
  search: Omit<CustomerSearch, 'size'>,
): Promise<CustomerPage> {
  const { who } = turn.tokens;
  const known = desk.customerMemory.recall(who, search);
  if (known) return known;
  const page = await desk.partnerCenter.findCustomers(turn.tokens, { ...search, size });
  desk.customerMemory.keep(who, search, page);
  return page;
}
