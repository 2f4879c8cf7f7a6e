import type { SandboxClock } from '../clock';
import { mergeDeep, type JsonObject } from '../json';
import type { InvoiceResource, LineItem, LineItemKind } from './invoiceResource';

interface Entry {
  invoice: InvoiceResource;
  lines: readonly LineItem[];
}

/** The invoices of the partner with their line items. */
export class Invoices {
  private readonly byId = new Map<string, Entry>();
  private issued = 0;

  /** @param onIssued told after an invoice was issued */
  constructor(
    private readonly clock: SandboxClock,
    private readonly onIssued: (id: string) => void = () => undefined,
  ) {}

  /** The newest first, as the list gives them. */
  all(): InvoiceResource[] {
    const invoices = [...this.byId.values()].map(({ invoice }) => invoice);
    return invoices.toSorted((a, b) => (a.invoiceDate < b.invoiceDate ? 1 : -1));
  }

  find(id: string): InvoiceResource | undefined {
    return this.byId.get(id)?.invoice;
  }

  /** The line items of one provider and type, in their order. */
  linesOf(id: string, { billingProvider, invoiceLineItemType }: LineItemKind): LineItem[] {
    const lines = this.byId.get(id)?.lines ?? [];
    return lines.filter(
      (one) => one.billingProvider === billingProvider && one.invoiceLineItemType === invoiceLineItemType,
    );
  }

  /** Every line item, of whatever kind. */
  allLinesOf(id: string): readonly LineItem[] {
    return this.byId.get(id)?.lines ?? [];
  }

  /** The invoices that amend this one. */
  amendmentsOf(id: string): InvoiceResource[] {
    return this.all().filter(({ amendsOf }) => amendsOf === id);
  }

  /** Takes an invoice exactly as it is; replaces the one with that id. */
  add(invoice: InvoiceResource, lines: readonly LineItem[] = []): void {
    this.byId.set(invoice.id, { invoice: structuredClone(invoice), lines: [...lines] });
  }

  /** New unpaid invoices, issued at this moment, `partial` laid over each (`undefined` removes). */
  issue(partial: JsonObject = {}, count = 1, lines: readonly LineItem[] = []): InvoiceResource[] {
    return Array.from({ length: count }, () => {
      const invoice = mergeDeep(this.believable(), partial) as InvoiceResource;
      this.add(invoice, lines);
      this.onIssued(invoice.id);
      return structuredClone(invoice);
    });
  }

  private believable(): JsonObject {
    const date = new Date(this.clock.now());
    const month = (offset: number) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1));
    const lastDay = new Date(month(0).getTime() - 24 * 60 * 60 * 1000);
    return {
      id: `G${String(900_001 + this.issued++)}`,
      invoiceDate: date.toISOString(),
      billingPeriodStartDate: `${month(-1).toISOString().slice(0, 10)}T00:00:00Z`,
      billingPeriodEndDate: `${lastDay.toISOString().slice(0, 10)}T00:00:00Z`,
      totalCharges: 1250.5,
      paidAmount: 0,
      currencyCode: 'USD',
      currencySymbol: '$',
      documentType: 'Invoice',
      invoiceType: 'one_time',
    };
  }
}
