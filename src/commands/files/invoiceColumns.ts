import { csvColumns } from './csvColumn';

/** The columns of invoices. The address of the PDF is none: it opens only with a sign-in to the API. */
export const invoiceColumns = csvColumns([
  ['id', 'Invoice ID'],
  'documentType',
  'invoiceType',
  'invoiceDate',
  'billingPeriodStartDate',
  'billingPeriodEndDate',
  'totalCharges',
  'paidAmount',
  'amountDue',
  ['currencyCode', 'Currency'],
  'amendsOf',
]);

/**
 * The columns of an invoice's lines: the documented fields of every provider's, of which each fills its own.
 * https://learn.microsoft.com/en-us/partner-center/developer/invoice-resources
 */
export const invoiceLineColumns = csvColumns([
  ['invoiceId', 'Invoice ID'],
  ...[
    ...['billingProvider', 'invoiceLineItemType', 'customerId', 'customerName', 'customerCompanyName'],
    ...['domainName', 'customerDomainName', 'customerCountry', 'isoCountryCode', 'partnerId', 'mpnId'],
    ...['resellerMpnId', 'orderId', 'orderDate', 'subscriptionId', 'subscriptionName', 'subscriptionDescription'],
    ...['subscriptionStartDate', 'subscriptionEndDate', 'offerId', 'durableOfferId', 'offerName', 'productId'],
    ...['productName', 'skuId', 'skuName', 'sku', 'availabilityId', 'publisherId', 'publisherName', 'serviceName'],
    ...['serviceType', 'resourceGuid', 'resourceName', 'region', 'meterDescription', 'unit', 'unitType'],
    ...['chargeType', 'chargeStartDate', 'chargeEndDate', 'usageDate', 'termAndBillingCycle', 'billingCycleType'],
    ...['billingFrequency', 'reservationOrderId', 'promotionId', 'alternateId', 'priceAdjustmentDescription'],
    ...['discountDetails', 'creditReasonCode', 'quantity', 'billableQuantity', 'consumedQuantity'],
    ...['includedQuantity', 'overageQuantity', 'listPrice', 'unitPrice', 'effectiveUnitPrice'],
    ...['pretaxEffectiveRate', 'postTaxEffectiveRate', 'amount', 'totalOtherDiscount', 'subtotal'],
    ...['pretaxCharges', 'tax', 'taxTotal', 'taxAmount', 'totalForCustomer', 'postTaxTotal', 'currency'],
    ...['pricingCurrency', 'pcToBCExchangeRate', 'pcToBCExchangeRateDate'],
  ].map((name) => `line.${name}`),
]);
