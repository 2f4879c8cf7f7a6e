import type { Invoice } from '../partnerCenter/invoice';
import type { Subscription } from '../partnerCenter/subscription';
import type { NewsTruth } from '../storage/news';

/** What is kept of a subscription: what its card shows. Everything else is read again when somebody asks for it. */
export const subscriptionNews = (customerId: string, customerName: string, from: Subscription): NewsTruth => ({
  topic: 'subscription',
  customerId,
  customerName,
  subscription: {
    id: from.id,
    offerName: from.offerName,
    friendlyName: from.friendlyName,
    quantity: from.quantity,
    unitType: from.unitType,
    commitmentEndDate: from.commitmentEndDate,
    status: from.status,
    autoRenewEnabled: from.autoRenewEnabled,
    isTrial: from.isTrial,
    billingType: from.billingType,
    billingCycle: from.billingCycle,
    termDuration: from.termDuration,
    suspensionReasons: from.suspensionReasons,
  },
});

/** What is kept of an invoice: what its card shows. */
export const invoiceNews = (from: Invoice): NewsTruth => ({
  topic: 'invoice',
  invoice: {
    id: from.id,
    invoiceDate: from.invoiceDate,
    billingPeriodStartDate: from.billingPeriodStartDate,
    billingPeriodEndDate: from.billingPeriodEndDate,
    totalCharges: from.totalCharges,
    paidAmount: from.paidAmount,
    currencyCode: from.currencyCode,
    amendsOf: from.amendsOf,
    documentType: from.documentType,
    invoiceType: from.invoiceType,
  },
});
