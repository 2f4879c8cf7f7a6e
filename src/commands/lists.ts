import type { Clock } from '../lib/clock';
import type { Customer } from '../partnerCenter/customer';
import type { Invoice } from '../partnerCenter/invoice';
import type { InvoiceLineItem } from '../partnerCenter/invoiceLineItem';
import type { Referral } from '../partnerCenter/referral';
import { ListMemory } from './listMemory';

/** The lists that are long enough to be paged through upstream. */
export interface Lists {
  customers: ListMemory<Customer>;
  invoices: ListMemory<Invoice>;
  invoiceLines: ListMemory<InvoiceLineItem>;
  /** For the search from the compose box, which asks at every letter. */
  referrals: ListMemory<Referral>;
}

export const createLists = (clock: Clock): Lists => ({
  customers: new ListMemory(clock),
  invoices: new ListMemory(clock),
  invoiceLines: new ListMemory(clock),
  referrals: new ListMemory(clock, 60_000),
});
