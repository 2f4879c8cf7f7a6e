/** One of the invoices of a month. */
export interface PlannedInvoice {
  id: string;
  /** Whole months ago that its billing period was; 1 is the last one with an invoice. */
  monthsAgo: number;
  kind: 'one_time' | 'recurring' | 'credit';
  /** ISO 4217. */
  currency: string;
  /** How many line items there are at least and at most. */
  lines: [number, number];
  /** How much of it is paid, from 0 to 1. */
  paid: number;
  /** Of a credit note, the invoice that it amends. */
  amendsOf?: string;
}

const months = 24;
/** Tells the months of recurring invoices apart; no I and no O. */
const monthLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** So that G000123 is among them. */
const firstNumber = 81;

/** Two years of invoices, the oldest first: every month one-time in two currencies and one for what recurs, credit notes now and then. */
export function planInvoices(): PlannedInvoice[] {
  const plan: PlannedInvoice[] = [];
  let number = firstNumber;
  for (let monthsAgo = months; monthsAgo > 0; monthsAgo--) {
    const next = () => `G${String(number++).padStart(6, '0')}`;
    const paid = paidShare(monthsAgo);
    const dollars = next();
    const lines: [number, number] = monthsAgo === 1 ? [1000, 1000] : [8, 24];
    plan.push(
      { id: dollars, monthsAgo, kind: 'one_time', currency: 'USD', lines, paid: monthsAgo === 14 ? 0 : paid },
      { id: next(), monthsAgo, kind: 'one_time', currency: 'EUR', lines: [4, 12], paid: monthsAgo === 3 ? 0.4 : paid },
      {
        id: `D0200${monthLetters.charAt(months - monthsAgo)}YFHI`,
        monthsAgo,
        kind: 'recurring',
        currency: monthsAgo % 6 === 0 ? 'GBP' : 'USD',
        lines: [5, 15],
        paid,
      },
    );
    if (monthsAgo % 6 !== 3) continue;
    plan.push({ id: next(), monthsAgo, kind: 'credit', currency: 'USD', lines: [1, 2], paid: 0, amendsOf: dollars });
  }
  return plan;
}

/** How much of a month's invoices is paid: those of the last two months are not due yet, one month was paid in part. */
function paidShare(monthsAgo: number): number {
  if (monthsAgo <= 2) return 0;
  return monthsAgo === 4 ? 0.5 : 1;
}
