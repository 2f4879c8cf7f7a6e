import {
  invoiceCard,
  invoiceLinesShown,
  kindsOfLinesShown,
  type InvoiceLines,
  type KindOfLines,
} from '../cards/invoiceCard';
import { invoiceLineCard } from '../cards/invoiceLineCard';
import { invoiceWords } from '../locales/invoiceWords';
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
  const kinds = fieldsFrom === undefined ? kindsOfLines(invoice) : [];
  const lines = await Promise.all(
    kinds.slice(0, kindsOfLinesShown).map((kind) => firstLines(turn, desk, { invoiceId: invoice.id, ...kind })),
  );
  const otherKinds = kinds.slice(kindsOfLinesShown);
  return invoiceCard({ invoice, lines, otherKinds, fieldsFrom, now: desk.clock.now(), locale: turn.locale });
}

/** The first of one kind; that they cannot be read must not cost the invoice itself. */
async function firstLines(turn: Turn, desk: Desk, question: LinesQuestion): Promise<InvoiceLines> {
  const { invoiceId, ...kind } = question;
  try {
    return { ...kind, ...(await readLines(turn, desk, question, invoiceLinesShown + 1, true)) };
  } catch (error) {
    turn.log.warn({ err: error, invoice: invoiceId, ...kind }, 'line items could not be read');
    return { ...kind, items: [], complete: false, unread: true };
  }
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

/** One line item (zero-based) with all its fields. */
export async function invoiceLineAnswer(
  turn: Turn,
  desk: Desk,
  { line, fieldsFrom, ...question }: LinesQuestion & { line: number; fieldsFrom?: number },
): Promise<Answer> {
  const { items } = await readLines(turn, desk, question, line + 1, false);
  const item = items[line];
  if (!item) return invoiceWords.lineGone;
  const page = Math.floor(line / invoiceLinesPageSize);
  return invoiceLineCard({ ...question, item, line, page, fieldsFrom, now: desk.clock.now(), locale: turn.locale });
}

const readLines = (turn: Turn, desk: Desk, question: LinesQuestion, count: number, anew: boolean) =>
  desk.lists.invoiceLines.read({ personId: turn.person.id, question, anew }, count, () =>
    desk.partnerCenter.listInvoiceLineItems(turn.tokens, question.invoiceId, question),
  ) satisfies Promise<PartOfList<unknown>>;

/** Which kinds of line items an invoice has: each pair of provider and type once. */
export function kindsOfLines({ invoiceDetails }: Invoice): KindOfLines[] {
  const kinds = (invoiceDetails ?? []).flatMap(({ billingProvider: provider, invoiceLineItemType: type }) =>
    provider && type && provider !== 'none' && type !== 'none' ? [{ provider, type }] : [],
  );
  return [...new Map(kinds.map((kind) => [`${kind.provider} ${kind.type}`, kind])).values()];
}
