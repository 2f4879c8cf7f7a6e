import type { LineItem, LineItemKind } from '../invoices/invoiceResource';
import type { JsonObject } from '../json';
import type { Charge } from './charge';

const partnerId = '7d23e5ca-19dc-4eaa-aac8-5e6b559f0d1d';
const mpnId = '5139005';

/** A one-time line item. Some have their numbers as text. https://learn.microsoft.com/en-us/partner-center/developer/invoice-resources */
export function oneTimeLine(charge: Charge, numbersAreText: boolean): LineItem {
  const { customer, subscription } = charge;
  const [productId, skuId, availabilityId] = String(subscription.offerId).split(':');
  return {
    ...common(charge, { billingProvider: 'one_time', invoiceLineItemType: 'billing_line_items' }),
    customerName: customer.companyProfile.companyName,
    customerDomainName: customer.companyProfile.domain,
    customerCountry: customer.companyProfile.address.country,
    resellerMpnId: 0,
    orderDate: subscription.creationDate,
    productId,
    skuId,
    availabilityId,
    productName: subscription.offerName,
    skuName: subscription.offerName,
    unitType: subscription.unitType,
    publisherName: subscription.publisherName,
    publisherId: '',
    subscriptionDescription: subscription.friendlyName,
    termAndBillingCycle: 'One-Year commitment for monthly/yearly billing',
    alternateId: '',
    priceAdjustmentDescription: charge.effectiveUnitPrice < charge.unitPrice ? '["15.0% Partner earned credit"]' : '',
    discountDetails: '',
    creditReasonCode: '',
    pricingCurrency: charge.currency,
    pcToBCExchangeRateDate: charge.period.end,
    meterDescription: '',
    billingFrequency: 'Monthly',
    reservationOrderId: '',
    promotionId: subscription.promotionId ?? '',
    productQualifiers: [],
    ...oneTimeAmounts(charge, numbersAreText),
    attributes: { objectType: 'OneTimeInvoiceLineItem' },
  };
}

function oneTimeAmounts(charge: Charge, areText: boolean): JsonObject {
  const amounts = {
    unitPrice: charge.unitPrice,
    effectiveUnitPrice: charge.effectiveUnitPrice,
    quantity: charge.quantity,
    subtotal: charge.subtotal,
    taxTotal: charge.tax,
    totalForCustomer: charge.total,
    billableQuantity: charge.quantity,
    pcToBCExchangeRate: 1,
  };
  return areText ? Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, String(value)])) : amounts;
}

/** A licence-based line item. */
export function officeLine(charge: Charge): LineItem {
  const { customer, subscription } = charge;
  return {
    ...common(charge, { billingProvider: 'office', invoiceLineItemType: 'billing_line_items' }),
    customerName: customer.companyProfile.companyName,
    domainName: customer.companyProfile.domain,
    offerId: subscription.offerId,
    durableOfferId: String(subscription.offerId).slice(0, 12),
    offerName: subscription.offerName,
    billingCycleType: 'Monthly',
    subscriptionName: subscription.friendlyName,
    subscriptionDescription: subscription.offerName,
    syndicationPartnerSubscriptionNumber: '',
    subscriptionStartDate: subscription.effectiveStartDate ?? subscription.creationDate,
    subscriptionEndDate: subscription.commitmentEndDate ?? charge.period.end,
    unitPrice: charge.unitPrice,
    quantity: charge.quantity,
    amount: charge.subtotal,
    totalOtherDiscount: 0,
    subtotal: charge.subtotal,
    tax: charge.tax,
    totalForCustomer: charge.total,
    isoCountryCode: customer.companyProfile.address.country,
    attributes: { objectType: 'LicenseBasedLineItem' },
  };
}

/** What an Azure resource used, and its cost when `type` is that of the bill. */
export function azureLine(charge: Charge, type: LineItemKind['invoiceLineItemType']): LineItem {
  const { customer, subscription, quantity, unitPrice, period } = charge;
  const isUsage = type === 'usage_line_items';
  const cost = {
    listPrice: unitPrice,
    includedQuantity: 0,
    overageQuantity: quantity,
    pretaxCharges: charge.subtotal,
    taxAmount: charge.tax,
    postTaxTotal: charge.total,
    pretaxEffectiveRate: charge.effectiveUnitPrice,
    postTaxEffectiveRate: charge.effectiveUnitPrice,
  };
  return {
    ...common(charge, { billingProvider: 'azure', invoiceLineItemType: type }),
    customerCompanyName: customer.companyProfile.companyName,
    customerDomainName: customer.companyProfile.domain,
    subscriptionName: subscription.friendlyName,
    subscriptionDescription: subscription.offerName,
    serviceName: 'Virtual Machines',
    serviceType: 'Dv5 Series',
    resourceGuid: '6dab500f-a4fd-49c4-956d-229bb9c8c793',
    resourceName: 'D4s v5',
    region: 'EU West',
    sku: 'DZH318Z0BPS6',
    unit: '1 Hour',
    consumedQuantity: quantity,
    ...(isUsage ? { usageDate: period.start } : cost),
    attributes: { objectType: isUsage ? 'DailyUsageLineItem' : 'UsageBasedLineItem' },
  };
}

function common(charge: Charge, kind: Pick<LineItem, keyof LineItemKind>): LineItem {
  const { customer, subscription, period } = charge;
  return {
    partnerId,
    customerId: customer.id,
    invoiceNumber: charge.invoiceId,
    mpnId,
    orderId: subscription.orderId,
    subscriptionId: subscription.id,
    chargeStartDate: period.start,
    chargeEndDate: period.end,
    chargeType: charge.total < 0 ? 'cancelImmediate' : 'cycleCharge',
    currency: charge.currency,
    ...kind,
  };
}
