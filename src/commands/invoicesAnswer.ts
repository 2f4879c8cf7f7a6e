import type { InvoiceFilter } from '../cards/invoiceFilter';
import { invoicesCard } from '../cards/invoicesCard';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/** A page (zero-based) of the invoices that the filter lets through, read with the person's own token: the API has no filter. */
export async function invoicesAnswer(
  turn: Turn,
  desk: Desk,
  filter: InvoiceFilter,
  { page, anew }: { page: number; anew: boolean },
): Promise<Answer> {
  const asked = { personId: turn.person.id, question: {}, anew };
  const { items: invoices } = await desk.lists.invoices.read(asked, Infinity, () =>
    desk.partnerCenter.listAllInvoices(turn.tokens),
  );
  return invoicesCard({ invoices, filter, page, now: desk.clock.now(), locale: turn.locale });
}
