import { link } from '../customers/link';
import type { Answer, AuthorizedCall } from '../http/call';
import { rounded } from '../money';
import type { World } from '../world';
import type { InvoiceResource } from './invoiceResource';

/** GET /v1/invoices/summaries: the balance in every currency. https://learn.microsoft.com/en-us/partner-center/developer/get-invoice-summaries */
export function listSummaries(_call: AuthorizedCall, world: World): Answer {
  const byCurrency = Map.groupBy(world.invoices.all(), ({ currencyCode }) => currencyCode);
  const items = [...byCurrency.values()].map((invoices) => summarize(invoices, world.clock.now()));
  return {
    status: 200,
    body: {
      totalCount: items.length,
      items,
      links: { self: link('/invoices/summaries') },
      attributes: { objectType: 'Collection' },
    },
  };
}

/** One currency's invoices, newest first, and of them the recurring and the one-time ones; `now` in ms, UTC. */
function summarize(invoices: InvoiceResource[], now: number) {
  const byType = Map.groupBy(invoices, ({ invoiceType }) =>
    /recurring/i.test(invoiceType) ? 'recurring' : 'one_time',
  );
  return {
    ...balanceOf(invoices, now),
    details: [...byType].map(([invoiceType, some]) => ({ invoiceType, summary: balanceOf(some, now) })),
    links: { self: link('/invoices/summary') },
    attributes: { objectType: 'InvoiceSummary' },
  };
}

function balanceOf(invoices: InvoiceResource[], now: number) {
  const [newest] = invoices;
  const balance = invoices.reduce((sum, { totalCharges, paidAmount }) => sum + totalCharges + paidAmount, 0);
  return {
    balanceAmount: rounded(balance),
    currencyCode: newest?.currencyCode,
    currencySymbol: newest?.currencySymbol,
    accountingDate: new Date(now).toISOString(),
    firstInvoiceCreationDate: invoices.at(-1)?.invoiceDate,
    lastPaymentAmount: Math.abs(invoices.find(({ paidAmount }) => paidAmount < 0)?.paidAmount ?? 0),
    latestInvoiceDate: newest?.invoiceDate,
  };
}
