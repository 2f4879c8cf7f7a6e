import type { Clock } from '../lib/clock';
import type { Customer } from '../partnerCenter/customer';
import type { Invoice } from '../partnerCenter/invoice';
import type { InvoiceLineItem } from '../partnerCenter/invoiceLineItem';
import { ListMemory } from './listMemory';

/** The lists that are long enough to be paged through upstream. */
export interface Lists {
  customers: ListMemory<Customer>;
  invoices: ListMemory<Invoice>;
  invoiceLines: ListMemory<InvoiceLineItem>;
}

export const createLists = (clock: Clock): Lists => ({
  customers: new ListMemory(clock),
  invoices: new ListMemory(clock),
  invoiceLines: new ListMemory(clock),
});
