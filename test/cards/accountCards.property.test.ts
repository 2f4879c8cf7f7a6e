import * as fc from 'fast-check';
import { customerCard } from '../../src/cards/customerCard';
import { customersCard } from '../../src/cards/customersCard';
import { invoiceCard } from '../../src/cards/invoiceCard';
import { invoiceLinesCard } from '../../src/cards/invoiceLinesCard';
import { invoicesCard } from '../../src/cards/invoicesCard';
import type { CardMessage } from '../../src/cards/message';
import { orderCard } from '../../src/cards/orderCard';
import { ordersCard } from '../../src/cards/ordersCard';
import { subscriptionCard } from '../../src/cards/subscriptionCard';
import { anyText } from '../support/anyReferral';
import { lintCard } from '../support/lintCard';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(arbitrary, fc.constant(null), fc.constant(undefined));
const text = maybe(anyText);
const number = maybe(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })));
const id = fc.uuid();
const view = { now: 0, locale: 'en' };
const page = fc.integer();
const fieldsFrom = fc.option(fc.nat(), { nil: undefined });

const address = maybe(
  fc.record({ country: text, city: text, addressLine1: text, postalCode: text, phoneNumber: text }),
);
const customer = fc.record({
  id,
  companyProfile: maybe(fc.record({ companyName: text, domain: text, email: text, address })),
  billingProfile: maybe(fc.record({ firstName: text, companyName: text, email: text, defaultAddress: address })),
  relationshipToPartner: text,
  allowDelegatedAccess: maybe(fc.boolean()),
  customDomains: maybe(fc.array(anyText, { maxLength: 30 })),
});
const line = fc.record({
  friendlyName: text,
  offerId: text,
  quantity: number,
  termDuration: text,
  transactionType: text,
});
const order = fc.record({
  id,
  creationDate: text,
  status: text,
  billingCycle: text,
  currencyCode: text,
  transactionType: text,
  lineItems: maybe(fc.array(line, { maxLength: 15 })),
});
const invoice = fc.record({
  id,
  invoiceDate: text,
  totalCharges: number,
  paidAmount: number,
  currencyCode: text,
  documentType: text,
  invoiceType: text,
  amendsOf: text,
});
const item = fc.record({
  offerName: text,
  customerName: text,
  chargeType: text,
  quantity: number,
  subtotal: number,
  currency: text,
});
const kind = fc.record({
  provider: fc.constantFrom('office', 'azure', 'one_time', 'new'),
  type: fc.constant('usage_line_items'),
});

/** What Teams has to object to in the cards that are drawn of anything that Partner Center may say. */
function objections<T>(arbitrary: fc.Arbitrary<T>, draw: (any: T) => CardMessage): fc.RunDetails<[T]> {
  const settings = { numRuns: 40, endOnFailure: true };
  return fc.check(
    fc.property(arbitrary, (any) => {
      const found = lintCard(draw(any), JSON.stringify(any));
      if (found.length > 0) throw new Error(found.join(', '));
    }),
    settings,
  );
}

const none = expect.objectContaining({ failed: false }) as unknown;

test('customers', () => {
  const any = fc.record({
    customers: fc.array(customer, { maxLength: 15 }),
    complete: fc.boolean(),
    page,
    startsWith: fc.string({ maxLength: 200 }),
  });
  expect(
    objections(any, ({ startsWith, ...rest }) => customersCard({ ...rest, question: { startsWith }, locale: 'en' })),
  ).toEqual(none);
});

test('a customer', () => {
  expect(objections(fc.record({ customer, fieldsFrom }), (any) => customerCard({ ...any, ...view }))).toEqual(none);
});

test('a subscription', () => {
  const subscription = fc.record({ id, friendlyName: text, status: text, commitmentEndDate: text, billingCycle: text });
  expect(
    objections(fc.record({ subscription, fieldsFrom, customerName: anyText }), (any) =>
      subscriptionCard({ ...any, customerId: 'c', ...view }),
    ),
  ).toEqual(none);
});

test('orders and an order', () => {
  const orders = fc.record({ orders: fc.array(order, { maxLength: 8 }), page, customerName: anyText });
  expect(objections(orders, (any) => ordersCard({ ...any, customerId: 'c', ...view }))).toEqual(none);
  expect(
    objections(fc.record({ order, fieldsFrom, customerName: anyText }), (any) =>
      orderCard({ ...any, customerId: 'c', ...view }),
    ),
  ).toEqual(none);
});

test('invoices, an invoice and its lines', () => {
  const items = fc.array(item, { maxLength: 15 });
  expect(
    objections(fc.record({ invoices: fc.array(invoice, { maxLength: 12 }), page }), (any) =>
      invoicesCard({ ...any, filter: {}, ...view }),
    ),
  ).toEqual(none);
  const lines = fc.array(
    fc.tuple(kind, items, fc.boolean()).map(([which, those, complete]) => ({ ...which, items: those, complete })),
    { maxLength: 4 },
  );
  expect(objections(fc.record({ invoice, lines, fieldsFrom }), (any) => invoiceCard({ ...any, ...view }))).toEqual(
    none,
  );
  expect(
    objections(fc.tuple(kind, items, page), ([which, those, wanted]) =>
      invoiceLinesCard({ invoiceId: 'G1', ...which, items: those, complete: true, page: wanted, ...view }),
    ),
  ).toEqual(none);
});
