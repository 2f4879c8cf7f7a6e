import { z } from 'zod/v4';
import { referralKinds, referralsQuestionShape } from './referralsAnswer';

/** What a button about a customer carries. */
export const customerShape = { customerId: z.string().min(1), customerName: z.string().default('') };

/** Which subscriptions a list shows. */
export const subscriptionShape = {
  status: z.string().max(40).optional(),
  endsFrom: z.iso.date().optional(),
  endsTo: z.iso.date().optional(),
};

/** Which line items of which invoice. */
export const linesShape = { invoiceId: z.string().min(1), provider: z.string().min(1), type: z.string().min(1) };

/** Which list is asked for, with the filters of the question, as buttons carry it and as offers of files keep it. */
export const listQuestion = z.discriminatedUnion('list', [
  z.object({ list: z.literal('referrals'), ...referralsQuestionShape, kind: z.enum(referralKinds).optional() }),
  z.object({
    list: z.literal('customers'),
    startsWith: z.string().max(200).optional(),
    domain: z.string().max(200).optional(),
  }),
  z.object({
    list: z.literal('subscriptions'),
    ...customerShape,
    ...subscriptionShape,
    domain: z.string().nullish(),
  }),
  z.object({ list: z.literal('orders'), ...customerShape }),
  z.object({
    list: z.literal('invoices'),
    paid: z.enum(['paid', 'unpaid']).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  z.object({ list: z.literal('invoiceLines'), ...linesShape }),
]);

export type ListQuestion = z.output<typeof listQuestion>;
