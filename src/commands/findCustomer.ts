import type { Customer } from '../partnerCenter/customer';
import type { CustomerPage, CustomerSearch } from '../partnerCenter/partnerCenter';
import type { Desk } from './desk';
import { domainIn } from './domainIn';
import { nearestNames } from './nearestNames';
import { searchCustomers } from './searchCustomers';
import type { Turn } from './turn';

/** What a customer's name led to. */
export type CustomerFinding =
  | { kind: 'one'; customer: Customer }
  | { kind: 'several'; customers: Customer[]; hasMore: boolean }
  | { kind: 'none'; nearest: Customer[] };

/** How many customers can be chosen from on a card. */
const choices = 6;
/** How many first letters have to be right for the nearest names. */
const sureLetters = 3;
const customerId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Finds a customer by what was typed, with the person's own token and at most three searches: by the beginning of the company
 * name and then of the domain (the other way round where it looks like a domain), which is all that Partner Center can
 * search for; then, for the nearest names, by the first three letters. An id is read directly.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-customer-by-name
 * @param most of them to choose from
 */
export async function findCustomer(turn: Turn, desk: Desk, typed: string, most = choices): Promise<CustomerFinding> {
  // Keyboards of phones make the quotes typographic; company names are registered with plain ones.
  const text = typed.trim().replace(/[‘’]/g, "'");
  if (customerId.test(text)) return { kind: 'one', customer: await desk.partnerCenter.getCustomer(turn.tokens, text) };
  const domain = domainIn(text);
  for (const search of searchesFor(text, domain)) {
    const page = await searchCustomers(turn, desk, search);
    if (page.customers.length > 0) return chooseFrom(page, search, most);
  }
  const nearest = await nearestCustomers(turn, desk, domain?.split('.')[0] ?? text);
  // "fabrikam inc" is "Fabrikam, Inc." to everybody but the search.
  const [meant, ...others] = nearest.filter((customer) => sameName(nameOf(customer), text));
  return meant && others.length === 0 ? { kind: 'one', customer: meant } : { kind: 'none', nearest };
}

function searchesFor(text: string, domain: string | undefined): CustomerSearch[] {
  const byName: CustomerSearch = { field: 'CompanyName', startsWith: domain ?? text };
  const byDomain: CustomerSearch = { field: 'Domain', startsWith: domain ?? text };
  if (domain) return [byDomain, byName];
  return /^[\p{L}\p{N}.-]+$/u.test(text) ? [byName, byDomain] : [byName];
}

/** The one that was found, or whose name was typed whole; otherwise the likeliest to choose from. */
function chooseFrom(
  { customers, hasMore }: CustomerPage,
  { field, startsWith }: CustomerSearch,
  most: number,
): CustomerFinding {
  const exact = customers.filter(({ companyProfile }) =>
    sameName(field === 'Domain' ? companyProfile?.domain : companyProfile?.companyName, startsWith),
  );
  const [first, ...others] = exact.length === 1 ? exact : customers;
  if (first && others.length === 0 && (exact.length === 1 || !hasMore)) return { kind: 'one', customer: first };
  const ranked = field === 'Domain' ? customers : nearestNames(startsWith, customers, nameOf);
  return { kind: 'several', customers: ranked.slice(0, most), hasMore: hasMore || ranked.length > most };
}

async function nearestCustomers(turn: Turn, desk: Desk, name: string): Promise<Customer[]> {
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  // One letter alone would find half of all customers.
  if (letters.length <= 2) return [];
  const startsWith = letters.slice(0, Math.min(sureLetters, letters.length - 1)).join('');
  const { customers } = await searchCustomers(turn, desk, { field: 'CompanyName', startsWith });
  return nearestNames(name, customers, nameOf).slice(0, choices);
}

const nameOf = ({ companyProfile }: Customer): string => companyProfile?.companyName ?? '';

const sameName = (a: string | null | undefined, b: string): boolean =>
  a?.localeCompare(b, undefined, { sensitivity: 'base', ignorePunctuation: true }) === 0;
