import { customersCard, customersPageSize, type CustomersQuestion } from '../cards/customersCard';
import type { CustomerSearch } from '../partnerCenter/partnerCenter';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/** A page of the customers, read with the person's own token as far as that page. */
export async function customersAnswer(
  turn: Turn,
  desk: Desk,
  question: CustomersQuestion,
  { page, anew }: { page: number; anew: boolean },
): Promise<Answer> {
  const { lists, partnerCenter } = desk;
  const asked = { personId: turn.person.id, question, anew };
  const search = customerSearch(question);
  // One more than is shown tells whether there is a next page.
  const { items: customers, complete } = await lists.customers.read(asked, (page + 1) * customersPageSize + 1, () =>
    partnerCenter.listCustomers(turn.tokens, {}, search),
  );
  return customersCard({ question, customers, complete, page, locale: turn.locale });
}

/** What Partner Center is asked for; undefined for all customers. */
export function customerSearch({ startsWith, domain }: CustomersQuestion): CustomerSearch | undefined {
  if (startsWith) return { field: 'CompanyName', startsWith };
  return domain ? { field: 'Domain', startsWith: domain } : undefined;
}
