import { distance } from 'fastest-levenshtein';
import type { Customer } from '../partnerCenter/customer';
import type { Desk } from './desk';
import type { Turn } from './turn';

/** What a customer's name led to. */
export type CustomerFinding =
  | { kind: 'one'; customer: Customer }
  | { kind: 'several'; customers: Customer[]; hasMore: boolean }
  | { kind: 'none'; nearest: Customer[] };

/** How many matches can be chosen from on a card. */
const choices = 6;
/** How many customers of a shorter prefix are looked through for the nearest names. */
const nearby = 40;

/**
 * Finds a customer by the beginning of the company name (all that Partner Center can search for), with the person's own
 * token: one search where something matches, a second with a shorter prefix for the nearest names where nothing does.
 */
export async function findCustomer(turn: Turn, desk: Desk, name: string): Promise<CustomerFinding> {
  const found = await desk.partnerCenter.findCustomers(turn.tokens, {
    field: 'CompanyName',
    startsWith: name,
    size: choices,
  });
  const [first, ...others] = found.customers;
  if (!first) return { kind: 'none', nearest: await nearestCustomers(turn, desk, name) };
  if (others.length === 0 && !found.hasMore) return { kind: 'one', customer: first };
  const exact = found.customers.filter((customer) => sameName(customer.companyProfile?.companyName, name));
  if (exact.length === 1 && exact[0]) return { kind: 'one', customer: exact[0] };
  return {
    kind: 'several',
    customers: found.customers.slice(0, choices),
    hasMore: found.hasMore || found.customers.length > choices,
  };
}

async function nearestCustomers(turn: Turn, desk: Desk, name: string): Promise<Customer[]> {
  const prefix = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment)
    .slice(0, 3)
    .join('');
  if (prefix.length >= name.length) return [];
  const page = await desk.partnerCenter.findCustomers(turn.tokens, {
    field: 'CompanyName',
    startsWith: prefix,
    size: nearby,
  });
  return nearestNames(name, page.customers).slice(0, choices);
}

/** Customers whose names begin most like `name`, best first. */
function nearestNames(name: string, customers: readonly Customer[]): Customer[] {
  return customers
    .map((customer) => ({ customer, slips: slipsFrom(name, customer.companyProfile?.companyName ?? '') }))
    .toSorted((a, b) => a.slips - b.slips)
    .map(({ customer }) => customer);
}

/** Typing slips between what was typed and a company name as far as it was typed: "contosso" is one slip from "Contoso Ltd.". */
function slipsFrom(typed: string, companyName: string): number {
  const name = companyName.toLowerCase();
  const text = typed.toLowerCase();
  return Math.min(...[0, -1, 1].map((more) => distance(text, name.slice(0, text.length + more))));
}

const sameName = (a: string | null | undefined, b: string): boolean =>
  a?.localeCompare(b, undefined, { sensitivity: 'base', ignorePunctuation: true }) === 0;
