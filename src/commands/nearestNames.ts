import { distance } from 'fastest-levenshtein';
import type { Customer } from '../partnerCenter/customer';

/** The customers whose names begin most like what was typed, nearest first; those that differ in more than half of it are left out. */
export function nearestNames(typed: string, customers: readonly Customer[]): Customer[] {
  const text = plain(typed);
  return customers
    .map((customer) => {
      const name = plain(customer.companyProfile?.companyName ?? '');
      return { customer, slips: slipsFrom(text, name), length: name.length };
    })
    .filter(({ slips }) => slips <= text.length / 2)
    .toSorted((a, b) => a.slips - b.slips || a.length - b.length)
    .map(({ customer }) => customer);
}

/** Typing slips between a text and a name as far as it was typed: "contosso" is one slip from "Contoso Ltd.". */
const slipsFrom = (text: string, name: string): number =>
  Math.min(...[0, -1, 1].map((more) => distance(text, name.slice(0, text.length + more))));

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
