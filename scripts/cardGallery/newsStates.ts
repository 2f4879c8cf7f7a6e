import { newsCard, type NewsCardView } from '../../src/cards/newsCard';
import type { Invoice } from '../../src/partnerCenter/invoice';
import type { Subscription } from '../../src/partnerCenter/subscription';
import { invoiceNews, subscriptionNews } from '../../src/referrals/newsTruth';
import type { CardState } from './cardState';

const now = Date.parse('2026-11-21T10:04:00Z');

const subscription: Subscription = {
  id: '5dcdd5dd-3f21-4f31-9d5e-0d4a5b8c9e10',
  friendlyName: 'Microsoft 365 Business Premium',
  quantity: 25,
  unitType: 'Licenses',
  status: 'active',
  autoRenewEnabled: true,
  commitmentEndDate: '2027-03-04T00:00:00Z',
  termDuration: 'P1Y',
  billingCycle: 'monthly',
};
const invoice: Invoice = {
  id: 'G000131',
  invoiceDate: '2026-11-08T00:00:00Z',
  billingPeriodStartDate: '2026-10-01T00:00:00Z',
  billingPeriodEndDate: '2026-10-31T00:00:00Z',
  totalCharges: 18_250.4,
  paidAmount: 0,
  currencyCode: 'EUR',
  documentType: 'Invoice',
  invoiceType: 'Recurring',
};
const of = (customer: string, changes: Partial<Subscription> = {}) =>
  subscriptionNews('c', customer, { ...subscription, ...changes });
const state = (name: string, truth: NewsCardView['truth'], before: NewsCardView['before'] = null): CardState => ({
  name: `news-${name}`,
  message: newsCard({ truth, before, readAt: now - 60_000, now, locale: 'en-GB', timeZone: 'Europe/Stockholm' }),
});
const long = 'Visio Plan 2 (trial for the design studio in the second building, with *everything* [there](https://is))';
const suspended = { status: 'suspended', suspensionReasons: ['NonPayment', 'PartnerSuspended'] };

/** What conversations are told of subscriptions and invoices. */
export const newsStates: readonly CardState[] = [
  state('subscription-first', of('Contoso Ltd.')),
  state('subscription-changed', of('Contoso Ltd.', { quantity: 40, autoRenewEnabled: false }), of('Contoso Ltd.')),
  state('subscription-suspended', of('Fabrikam', suspended), of('Fabrikam')),
  state('subscription-renamed', of('Fabrikam', { friendlyName: 'Premium for the field staff' }), of('Fabrikam')),
  state('subscription-as-before', of('Fabrikam'), of('Fabrikam')),
  state(
    'subscription-extreme',
    of('Wide World Importers International Holding and Trading Company of the North AB', {
      ...suspended,
      friendlyName: long,
      quantity: 1_250_000,
      unitType: 'Usage of something',
      termDuration: 'P18M',
      billingCycle: 'one_time',
      isTrial: true,
    }),
    of('Wide World Importers', { termDuration: 'P1M', commitmentEndDate: null }),
  ),
  state('subscription-bare', subscriptionNews('c', '', { id: 's' })),
  state('invoice', invoiceNews(invoice)),
  state('invoice-paid', invoiceNews({ ...invoice, paidAmount: -18_250.4 })),
  state(
    'credit-note',
    invoiceNews({
      ...invoice,
      id: 'D020001IVK',
      documentType: 'Credit Note',
      totalCharges: -250.5,
      amendsOf: 'G000131',
    }),
  ),
  state('invoice-bare', invoiceNews({ id: 'G1' })),
];
