import { customerCard } from '../../src/cards/customerCard';
import { customersCard } from '../../src/cards/customersCard';
import { invoiceCard } from '../../src/cards/invoiceCard';
import { invoiceLineCard } from '../../src/cards/invoiceLineCard';
import { invoiceLinesCard } from '../../src/cards/invoiceLinesCard';
import { invoicesCard } from '../../src/cards/invoicesCard';
import type { InvoiceFilter } from '../../src/cards/invoiceFilter';
import { orderCard } from '../../src/cards/orderCard';
import { ordersCard } from '../../src/cards/ordersCard';
import { subscriptionCard } from '../../src/cards/subscriptionCard';
import type { CardState } from './cardState';
import { sampleCustomer, sampleCustomers, sampleInvoiceLines, sampleInvoices, sampleOrders } from './sampleAccounts';
import { sampleSubscriptions } from './sampleSubscriptions';

const now = Date.parse('2026-11-21T10:04:00Z');
const locale = 'en-GB';
const contoso = { customerId: sampleCustomer.id, customerName: 'Contoso Ltd.' };
const all = ['All fields'];

const customers = (count: number, complete: boolean, page: number) =>
  customersCard({ question: { startsWith: 'con' }, customers: sampleCustomers(count), complete, page, locale });
const invoices = (count: number, filter: InvoiceFilter, page: number) =>
  invoicesCard({ invoices: sampleInvoices(count), filter, now, locale, page });
const lines = [
  { provider: 'office', type: 'billing_line_items', items: sampleInvoiceLines(2000), complete: false },
  { provider: 'azure', type: 'usage_line_items', items: sampleInvoiceLines(2), complete: true },
  { provider: 'one_time', type: 'billing_line_items', items: [], complete: true },
];

const office = { invoiceId: 'G001000', provider: 'office', type: 'billing_line_items' };
const otherKinds = ['marketplace', 'external', 'azure_data_market', 'office_365', 'azure', 'one_time', 'all'].map(
  (provider) => ({ provider, type: 'usage_line_items' }),
);

const invoiceStates: CardState[] = [
  { name: 'invoices', message: invoices(1000, {}, 0) },
  { name: 'invoices-unpaid', message: invoices(1000, { paid: 'unpaid' }, 2) },
  { name: 'invoices-2026', message: invoices(40, { from: '2026-01-01', to: '2026-12-31' }, 0) },
  { name: 'invoices-none', message: invoices(0, {}, 0) },
  ...sampleInvoices(5).flatMap((invoice, at) =>
    at % 4 ? [] : [{ name: `invoice-${at}`, message: invoiceCard({ invoice, lines, now, locale }), open: all }],
  ),
  ...sampleInvoices(1).map((invoice) => ({
    name: 'invoice-many-providers',
    message: invoiceCard({ invoice, lines, otherKinds, now, locale }),
    open: all,
  })),
  ...sampleInvoiceLines(1).map((item) => ({
    name: 'invoice-line',
    message: invoiceLineCard({ ...office, item, line: 0, page: 0, now, locale }),
    open: all,
  })),
  {
    name: 'invoice-lines',
    message: invoiceLinesCard({
      invoiceId: 'G001000',
      provider: 'office',
      type: 'billing_line_items',
      items: sampleInvoiceLines(2000),
      complete: false,
      page: 3,
      now,
      locale,
    }),
  },
];

const orderStates: CardState[] = [
  { name: 'orders', message: ordersCard({ ...contoso, orders: sampleOrders(43, 102), now, locale, page: 0 }) },
  { name: 'orders-none', message: ordersCard({ ...contoso, orders: [], now, locale, page: 0 }) },
  ...sampleOrders(1, 102).flatMap((order) => [
    { name: 'order', message: orderCard({ ...contoso, order, now, locale }), open: all },
    { name: 'order-fields', message: orderCard({ ...contoso, order, now, locale, fieldsFrom: 200 }) },
  ]),
];

/** The cards of customers, subscriptions, orders and invoices. */
export const accountStates: readonly CardState[] = [
  { name: 'customers', message: customers(100, false, 0) },
  { name: 'customers-last', message: customers(43, true, 4) },
  { name: 'customers-none', message: customers(0, true, 0) },
  { name: 'customer', message: customerCard({ customer: sampleCustomer, now, locale }), open: all },
  {
    name: 'customer-found',
    message: customerCard({ customer: { ...sampleCustomer, billingProfile: null }, found: true, now, locale }),
  },
  { name: 'customer-bare', message: customerCard({ customer: { id: 'c1' }, now, locale }), open: all },
  ...sampleSubscriptions(2).map((subscription, at) => ({
    name: `subscription-${at}`,
    message: subscriptionCard({ ...contoso, subscription, now, locale }),
    open: all,
  })),
  ...orderStates,
  ...invoiceStates,
];
