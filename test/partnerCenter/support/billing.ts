/** Samples in the shapes that the documentation shows, with its quirks, as JSON text. */

/** Two invoices; `totalCount` counts the page, and a next page is promised. */
export const invoicesPage1 = `{
  "totalCount": 2,
  "items": [
    {
      "id": "D02005YFHI", "invoiceDate": "2026-01-21T00:00:00Z", "totalCharges": 24606.35, "paidAmount": -1000,
      "currencyCode": "GBP", "currencySymbol": "£", "pdfDownloadLink": "/invoices/D02005YFHI/documents/statement",
      "taxReceipts": [{ "id": "123456", "taxReceiptPdfDownloadLink": "/invoices/D02005YFHI/receipts/123456/documents/statement" }],
      "invoiceDetails": [{
        "invoiceLineItemType": "billing_line_items", "billingProvider": "office",
        "links": { "self": { "uri": "/invoices/Recurring-D02005YFHI/lineitems/Office/BillingLineItems", "method": "GET", "headers": [] } },
        "attributes": { "objectType": "InvoiceDetail" }
      }],
      "documentType": "invoice", "invoiceType": "Recurring",
      "links": { "self": { "uri": "/invoices/Recurring-D02005YFHI", "method": "GET", "headers": [] } },
      "attributes": { "objectType": "Invoice" }
    },
    {
      "id": "G000024130", "invoiceDate": "2026-02-08T01:22:47.603895Z", "totalCharges": 586366, "paidAmount": 0,
      "currencyCode": "CHF", "currencySymbol": "CHF",
      "amendments": [{ "id": "G000024131", "totalCharges": 107661.12, "documentType": "adjustment_note", "amendsOf": "G000024130" }],
      "documentType": "void_note", "invoiceType": "OneTime",
      "attributes": { "objectType": "Invoice" }
    }
  ],
  "links": {
    "self": { "uri": "/invoices?size=2&offset=0", "method": "GET", "headers": [] },
    "next": { "uri": "/invoices?size=2&offset=2", "method": "GET", "headers": [] }
  },
  "attributes": { "objectType": "Collection" }
}`;

/** The last page of the same list. */
export const invoicesPage2 = `{
  "totalCount": 1,
  "items": [{ "id": "G000024135", "totalCharges": "2076.63", "documentType": "Credit Note" }],
  "links": { "self": { "uri": "/invoices?size=2&offset=2", "method": "GET", "headers": [] } },
  "attributes": { "objectType": "Collection" }
}`;

/** A line item of a one-time purchase: numbers as strings, a misspelt next link, the token as a header and in the body. */
export const oneTimePage1 = `{
  "continuationToken": "d196/80/OGda4BO/1o=,0d81",
  "totalCount": 1,
  "items": [{
    "partnerId": "934f3416-bc2f-47f3-b492-77e517d4e572", "customerId": "835a59a7-3172-47b5-bdef-d9cc65f4d0e4",
    "customerName": "Contoso Ltd.", "customerDomainName": "contoso.onmicrosoft.com", "customerCountry": "US",
    "productName": "Power BI Premium Per User", "productQualifiers": [], "chargeType": "new",
    "unitPrice": "16", "effectiveUnitPrice": "14.4", "quantity": "50", "subtotal": "720", "taxTotal": "73",
    "totalForCustomer": "793", "currency": "USD", "billableQuantity": "50",
    "invoiceLineItemType": "billing_line_items", "billingProvider": "one_time",
    "attributes": { "objectType": "OneTimeInvoiceLineItem" }
  }],
  "links": {
    "self": { "uri": "/invoices/G000773581/lineitems?provider=OneTime&nvoicelineitemtype=BillingLineItems&size=2", "method": "GET", "headers": [] },
    "next": {
      "uri": "/invoices/G000773581/lineitems?provider=OneTime&nvoicelineitemtype=BillingLineItems&size=2?seekOperation=Next",
      "method": "GET",
      "headers": [{ "key": "MS-ContinuationToken", "value": "d196/80/OGda4BO/1o=,0d81" }]
    }
  },
  "attributes": { "objectType": "Collection" }
}`;

/** The last page of the same list, with its numbers as numbers. */
export const oneTimePage2 = `{
  "totalCount": 1,
  "items": [{ "customerName": "Contoso Ltd.", "mpnId": "1234567", "unitPrice": 820, "billableQuantity": 3.1618, "resellerMpnId": 0 }],
  "links": {},
  "attributes": { "objectType": "Collection" }
}`;

/** An order as the orders list of a customer gives it. */
export const ordersPage = `{
  "totalCount": 1,
  "items": [{
    "id": "CF3B0E37-BE0B-4CDD-B584-D1A97D98A922", "alternateId": "cf3b0e37be0b",
    "referenceCustomerId": "4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04", "billingCycle": "monthly",
    "currencyCode": "USD", "currencySymbol": "$",
    "lineItems": [{
      "lineItemNumber": 0, "offerId": "CFQ7TTC0LH18:0001:CFQ7TTC0K971", "subscriptionId": "1c2b75c1-74a5-472a-a729-7f8cefc477f9",
      "termDuration": "P1Y", "transactionType": "New", "friendlyName": "Sales team", "quantity": 25,
      "renewsTo": { "termDuration": "P1Y" },
      "links": { "sku": { "uri": "/products/CFQ7TTC0LH18/skus/0001?country=US", "method": "GET", "headers": [] } }
    }],
    "creationDate": "2026-01-25T23:01:08.417Z", "status": "completed", "transactionType": "UserPurchase",
    "attributes": { "etag": "eyJpZCI6ImNmM2IwZTM3In0=", "objectType": "Order" }
  }],
  "attributes": { "objectType": "Collection" }
}`;
