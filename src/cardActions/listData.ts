import { z } from 'zod/v4';

/** The data of a button that is about a customer. */
export const customerData = { customerId: z.string().min(1), customerName: z.string().default('') };

/** The first field of a page of fields; absent for the card itself. */
export const fieldsFrom = z.coerce.number().int().min(0).optional();

/** Which subscriptions a list shows. */
export const subscriptionFilter = {
  status: z.string().max(40).optional(),
  endsFrom: z.iso.date().optional(),
  endsTo: z.iso.date().optional(),
};

/** Which line items of which invoice. */
export const linesQuestion = { invoiceId: z.string().min(1), provider: z.string().min(1), type: z.string().min(1) };

/** Which invoices a list shows. */
export const invoiceFilter = {
  paid: z.enum(['paid', 'unpaid']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};
