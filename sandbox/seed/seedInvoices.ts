import type { Customers, CustomerResource, SubscriptionResource } from '../customers/customers';
import type { LineItem } from '../invoices/invoiceResource';
import type { Invoices } from '../invoices/invoices';
import { currencySymbol, rounded } from '../money';
import { inventCharge, type Charge } from './charge';
import { planInvoices, type PlannedInvoice } from './invoicePlan';
import { azureLine, officeLine, oneTimeLine } from './lineItems';
import { periodOf } from './periodOf';
import type { Random } from './random';

type Holding = readonly [CustomerResource, SubscriptionResource];

/** Two years of invoices for what the customers subscribe to, the last one issued before `now` (ms, UTC). */
export function seedInvoices(invoices: Invoices, customers: Customers, random: Random, now: number): void {
  const holdings = customers
    .all()
    .flatMap((customer) => customers.subscriptionsOf(customer.id).map((one): Holding => [customer, one]));
  const azure = holdings.filter(([, { unitType }]) => unitType === 'Usage');
  const licences = holdings.filter(([, { unitType }]) => unitType !== 'Usage');
  for (const planned of planInvoices()) issue(invoices, planned, { azure, licences }, random, now);
}

function issue(
  invoices: Invoices,
  planned: PlannedInvoice,
  { azure, licences }: { azure: Holding[]; licences: Holding[] },
  random: Random,
  now: number,
): void {
  const { id, kind, currency, amendsOf, monthsAgo } = planned;
  const period = periodOf(now, monthsAgo);
  const charge = (from: Holding[]): Charge =>
    inventCharge({ invoiceId: id, currency, period }, random.pick(from), kind === 'credit' ? -1 : 1, random);
  const charges = (from: Holding[], [least, most]: [number, number]) =>
    Array.from({ length: random.between(least, most) }, () => charge(from));
  const bought = charges(licences, planned.lines);
  const used = kind === 'recurring' && azure.length > 0 ? charges(azure, [3, 6]) : [];
  const totalCharges = rounded([...bought, ...used].reduce((sum, { total }) => sum + total, 0));
  invoices.add(
    {
      id,
      invoiceDate: kind === 'credit' ? period.amended : period.issued,
      billingPeriodStartDate: period.start,
      billingPeriodEndDate: period.end,
      totalCharges,
      paidAmount: planned.paid === 0 ? 0 : -rounded(totalCharges * planned.paid),
      currencyCode: currency,
      currencySymbol: currencySymbol(currency),
      taxReceipts: [],
      documentType: kind === 'credit' ? random.pick(creditNotes) : random.pick(['Invoice', 'invoice']),
      invoiceType: random.pick(kind === 'recurring' ? ['recurring', 'Recurring'] : ['one_time', 'OneTime']),
      ...(amendsOf !== undefined && { amendsOf }),
    },
    linesOf(kind, bought, used),
  );
}

const creditNotes = ['Credit Note', 'adjustment_note', 'void_note'];

function linesOf(kind: PlannedInvoice['kind'], bought: Charge[], used: Charge[]): LineItem[] {
  if (kind !== 'recurring') return bought.map((charge, index) => oneTimeLine(charge, index % 7 === 3));
  return [
    ...bought.map(officeLine),
    ...used.map((charge) => azureLine(charge, 'billing_line_items')),
    ...used.map((charge) => azureLine(charge, 'usage_line_items')),
  ];
}
