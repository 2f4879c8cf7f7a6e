import { invoiceCard, invoiceLinesShown, mostKindsOfLines, type InvoiceLines } from '../cards/invoiceCard';
import { invoiceLinesCard, invoiceLinesPageSize } from '../cards/invoiceLinesCard';
import type { Invoice } from '../partnerCenter/invoice';
import type { Desk } from './desk';
import type { PartOfList } from './pagedList';
import type { Answer, Turn } from './turn';

/** Which line items of which invoice, in the words of its `invoiceDetails`. */
interface LinesQuestion {
  invoiceId: string;
  provider: string;
  type: string;
}

/** One invoice with the first of its line items, read with the person's own token. */
export async function invoiceAnswer(
  turn: Turn,
  desk: Desk,
  { invoiceId, fieldsFrom }: { invoiceId: string; fieldsFrom?: number },
): Promise<Answer> {
  const invoice = await desk.partnerCenter.getInvoice(turn.tokens, invoiceId);
  const kinds = fieldsFrom === undefined ? kindsOfLines(invoice).slice(0, mostKindsOfLines) : [];
  const lines = await Promise.all(
    kinds.map(async (kind): Promise<InvoiceLines> => {
      const part = await readLines(turn, desk, { invoiceId: invoice.id, ...kind }, invoiceLinesShown + 1, true);
      return { ...kind, ...part };
    }),
  );
  return invoiceCard({ invoice, lines, fieldsFrom, now: desk.clock.now(), locale: turn.locale });
}

/** A page (zero-based) of its line items of one kind. */
export async function invoiceLinesAnswer(
  turn: Turn,
  desk: Desk,
  question: LinesQuestion,
  page: number,
): Promise<Answer> {
  const part = await readLines(turn, desk, question, (page + 1) * invoiceLinesPageSize + 1, false);
  return invoiceLinesCard({ ...question, ...part, page, now: desk.clock.now(), locale: turn.locale });
}

const readLines = (turn: Turn, desk: Desk, question: LinesQuestion, count: number, anew: boolean) =>
  desk.lists.invoiceLines.read({ personId: turn.person.id, question, anew }, count, () =>
    desk.partnerCenter.listInvoiceLineItems(turn.tokens, question.invoiceId, question),
  ) satisfies Promise<PartOfList<unknown>>;

/** Which kinds of line items an invoice has. */
export function kindsOfLines({ invoiceDetails }: Invoice): Omit<LinesQuestion, 'invoiceId'>[] {
  return (invoiceDetails ?? []).flatMap(({ billingProvider: provider, invoiceLineItemType: type }) =>
    provider && type && provider !== 'none' && type !== 'none' ? [{ provider, type }] : [],
  );
}
