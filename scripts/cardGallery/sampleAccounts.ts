import type { Customer } from '../../src/partnerCenter/customer';
import type { Invoice } from '../../src/partnerCenter/invoice';
import type { InvoiceLineItem } from '../../src/partnerCenter/invoiceLineItem';
import type { Order } from '../../src/partnerCenter/order';

const address = {
  country: 'GB',
  region: null,
  city: 'Reading',
  state: 'Berkshire',
  addressLine1: '1 Thames Valley Park Drive',
  postalCode: 'RG6 1WG',
};

/** A customer with everything that Partner Center can hold about one. */
export const sampleCustomer: Customer = {
  id: '3f0d1b52-7c4e-4a6b-9a57-6b1c2d3e4f50',
  commerceId: '9a1b6a55-54e0-4c2f-93f0-7f8b9c0d1e2f',
  companyProfile: {
    tenantId: '3f0d1b52-7c4e-4a6b-9a57-6b1c2d3e4f50',
    domain: 'contoso.onmicrosoft.com',
    companyName: 'Contoso Ltd.',
    address: { ...address, phoneNumber: '+44 118 496 0123' },
    email: 'info@contoso.example',
  },
  relationshipToPartner: 'reseller',
  allowDelegatedAccess: true,
  customDomains: ['contoso.onmicrosoft.com', 'contoso.example'],
  billingProfile: {
    id: 'bp-1',
    firstName: 'Adele',
    lastName: 'Vance',
    email: 'adele.vance@contoso.example',
    culture: 'en-GB',
    language: 'en',
    companyName: 'Contoso Finance Ltd.',
    defaultAddress: {
      ...address,
      city: 'London',
      firstName: 'Adele',
      lastName: 'Vance',
      phoneNumber: '+44 20 7946 0123',
    },
  },
};

/** `count` customers; some with names that are hard to show. */
export const sampleCustomers = (count: number): Customer[] =>
  Array.from({ length: count }, (_, at) => {
    const names = ['Contoso Ltd.', 'شركة النور للتجارة', '株式会社コントソ', '*Bright* _Labs_ [EMEA] <Holding>'];
    const companyName = names[at] ?? `Contoso Branch ${at + 1}`;
    return {
      id: `c${at}`,
      companyProfile: { companyName, domain: `contoso${at}.onmicrosoft.com` },
      relationshipToPartner: at % 3 ? 'reseller' : 'none',
    };
  });

/** `count` orders, the newest in November 2026, the first with `lines` lines. */
export const sampleOrders = (count: number, lines: number): Order[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `ord${String(at).padStart(9, '0')}`,
    alternateId: `ord${at}`,
    referenceCustomerId: sampleCustomer.id,
    billingCycle: at % 4 ? 'monthly' : 'annual',
    currencyCode: 'GBP',
    currencySymbol: '£',
    creationDate: new Date(Date.UTC(2026, 10, 20 - at, 9, 30)).toISOString(),
    status: at % 7 === 3 ? 'pending' : 'completed',
    transactionType: at % 3 ? 'UserPurchase' : 'SystemPurchase',
    lineItems: Array.from({ length: at === 0 ? lines : 1 + (at % 3) }, (_line, line) => ({
      lineItemNumber: line,
      offerId: `CFQ7TTC0LH18:0001:CFQ7TTC0K9${line}`,
      subscriptionId: `5b8c1f0e-8d5a-4a55-9a61-0c4b7f6f${1000 + line}`,
      termDuration: 'P1Y',
      transactionType: 'new',
      friendlyName: line === 1 ? 'Power BI Pro' : 'Microsoft 365 Business Premium',
      quantity: 5 + line,
    })),
  }));

/** `count` invoices, the newest of October 2026; every tenth is a credit note, every twelfth unpaid. */
export const sampleInvoices = (count: number): Invoice[] =>
  Array.from({ length: count }, (_, at) => {
    const credit = at % 10 === 4;
    const total = credit ? -250.5 : 1200.25 + at * 17;
    const currencyCode = at % 5 === 2 ? 'EUR' : 'GBP';
    return {
      id: `G${String(1000 - at).padStart(6, '0')}`,
      invoiceDate: new Date(Date.UTC(2026, 10 - at, 6)).toISOString(),
      billingPeriodStartDate: new Date(Date.UTC(2026, 9 - at, 1)).toISOString(),
      billingPeriodEndDate: new Date(Date.UTC(2026, 10 - at, 0)).toISOString(),
      totalCharges: total,
      paidAmount: credit || at % 12 === 0 ? 0 : -total,
      currencyCode,
      currencySymbol: currencyCode === 'EUR' ? '€' : '£',
      pdfDownloadLink: '/invoices/G/documents/statement',
      invoiceDetails: [
        { invoiceLineItemType: 'billing_line_items', billingProvider: 'office' },
        { invoiceLineItemType: 'usage_line_items', billingProvider: 'azure' },
        { invoiceLineItemType: 'billing_line_items', billingProvider: 'one_time' },
      ],
      documentType: credit ? 'Credit Note' : 'Invoice',
      invoiceType: at % 2 ? 'Recurring' : 'one_time',
    };
  });

/** `count` line items. */
export const sampleInvoiceLines = (count: number): InvoiceLineItem[] =>
  Array.from({ length: count }, (_, at) => ({
    customerName: at % 2 ? 'Contoso Ltd.' : 'Fabrikam, Inc.',
    offerName: at % 3 ? 'Microsoft 365 Business Premium' : 'Azure plan',
    chargeType: 'CycleFee',
    chargeStartDate: '2026-10-01T00:00:00Z',
    chargeEndDate: '2026-10-31T00:00:00Z',
    quantity: 5 + at,
    unitPrice: 18.1,
    totalForCustomer: 18.1 * (5 + at),
    currency: 'GBP',
  }));
