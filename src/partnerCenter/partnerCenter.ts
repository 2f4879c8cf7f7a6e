import type { Customer } from './customer';
import type { Invoice } from './invoice';
import type { InvoiceLineItem } from './invoiceLineItem';
import type { Order } from './order';
import type { Referral } from './referral';
import type { Subscription } from './subscription';
import type { TokenSource, WritingTokens } from './tokenSource';

/** One operation of a JSON Patch; the referrals API knows only these two. */
export interface PatchOperation {
  op: 'add' | 'replace';
  path: string;
  value: unknown;
}

/** The OData options of the referrals list that are documented; `filter` is the unencoded expression. */
export interface ReferralQuery {
  filter?: string;
  orderby?: `${'createdDateTime' | 'updatedDateTime'} ${'asc' | 'desc'}`;
  /** At most this many in all (the service then sends no next page). Leave out to page through everything. */
  top?: number;
  select?: readonly string[];
}

/** How a caller bounds one call. */
export interface CallOptions {
  signal?: AbortSignal;
  /** Whole milliseconds for the call with all its retries. */
  timeoutMs?: number;
  /** Told the id that Partner Center gave to each request that it answered, refusals too. */
  onAnswer?: (requestId: string) => void;
}

/** The search fields that the customers list knows; the only operator is `starts_with`, without regard to case. */
export interface CustomerSearch {
  field: 'CompanyName' | 'Domain';
  startsWith: string;
  /** How many at most. */
  size?: number;
}

/** Customers that were found, and whether Partner Center has more of them. */
export interface CustomerPage {
  customers: Customer[];
  hasMore: boolean;
}

/** Which invoices of the list; it has no filter. */
export interface InvoiceQuery {
  /** How many at most; 200 when it is left out. */
  size?: number;
  /** Zero-based; the first when it is left out. */
  offset?: number;
}

/** Invoices in the service's order, and whether more may follow: the service tells no reliable total. */
export interface InvoicePage {
  invoices: Invoice[];
  hasMore: boolean;
}

/** Which line items of an invoice, in the words of its `invoiceDetails`. */
export interface InvoiceLineItemQuery {
  /** `office`, `azure`, `one_time` (or `onetime`), or another `billingProvider`. */
  provider: string;
  /** `billing_line_items` or `usage_line_items`. */
  type: string;
}

/** Where Partner Center sends events, and which. A tenant has one at most. */
export interface WebhookRegistration {
  url: string;
  events: readonly string[];
}

/** Everything Partner Desk asks of Partner Center. Every method rejects with a `PartnerCenterError`. */
export interface PartnerCenter {
  /** Pages of the referrals list, as the service cuts them (about 100). */
  listReferrals(tokens: TokenSource, query: ReferralQuery, options?: CallOptions): AsyncIterable<Referral[]>;
  getReferral(tokens: TokenSource, id: string, options?: CallOptions): Promise<Referral>;
  /** Sends one PATCH with `If-Match: eTag` and gives the referral as it is afterwards. Never sent twice. */
  patchReferral(
    tokens: WritingTokens,
    id: string,
    eTag: string,
    operations: readonly PatchOperation[],
    options?: CallOptions,
  ): Promise<Referral>;
  /** Sends one POST. Never sent twice. */
  createReferral(tokens: WritingTokens, body: Record<string, unknown>, options?: CallOptions): Promise<Referral>;
  findCustomers(tokens: TokenSource, search: CustomerSearch, options?: CallOptions): Promise<CustomerPage>;
  /** Every customer, or every one that the search finds, page by page (seek paging). */
  listCustomers(tokens: TokenSource, options?: CallOptions, search?: CustomerSearch): AsyncIterable<Customer[]>;
  getCustomer(tokens: TokenSource, id: string, options?: CallOptions): Promise<Customer>;
  listSubscriptions(tokens: TokenSource, customerId: string, options?: CallOptions): Promise<Subscription[]>;
  getSubscription(tokens: TokenSource, customerId: string, id: string, options?: CallOptions): Promise<Subscription>;
  /** Every order of a customer. */
  listOrders(tokens: TokenSource, customerId: string, options?: CallOptions): Promise<Order[]>;
  listInvoices(tokens: TokenSource, query: InvoiceQuery, options?: CallOptions): Promise<InvoicePage>;
  /** Every invoice, page by page. */
  listAllInvoices(tokens: TokenSource, options?: CallOptions): AsyncIterable<Invoice[]>;
  getInvoice(tokens: TokenSource, id: string, options?: CallOptions): Promise<Invoice>;
  /** Every line item of one provider and type, page by page (up to 2,000 each). */
  listInvoiceLineItems(
    tokens: TokenSource,
    invoiceId: string,
    which: InvoiceLineItemQuery,
    options?: CallOptions,
  ): AsyncIterable<InvoiceLineItem[]>;
  /**
   * Whether the tokens come from a sign-in with multi-factor authentication, which Partner Center wants of everybody; undefined
   * where it does not say. https://learn.microsoft.com/en-us/partner-center/security/partner-security-requirements-mandating-mfa
   */
  checkMfa(tokens: TokenSource, options?: CallOptions): Promise<boolean | undefined>;
  /** The names of the events that can be registered. */
  listWebhookEvents(tokens: TokenSource, options?: CallOptions): Promise<string[]>;
  /** Undefined where there is none. */
  getWebhookRegistration(tokens: TokenSource, options?: CallOptions): Promise<WebhookRegistration | undefined>;
  /** Rejects with kind `changed` when there is one. */
  createWebhookRegistration(
    tokens: TokenSource,
    registration: WebhookRegistration,
    options?: CallOptions,
  ): Promise<void>;
  /** Puts it in the place of the one that is there. */
  replaceWebhookRegistration(
    tokens: TokenSource,
    registration: WebhookRegistration,
    options?: CallOptions,
  ): Promise<void>;
  /** Asks for a `test-created` event; twice a minute at most. */
  requestTestEvent(tokens: TokenSource, options?: CallOptions): Promise<void>;
  /** The invoice as a PDF, at most 20 MB. */
  getInvoiceStatement(tokens: TokenSource, invoiceId: string, options?: CallOptions): Promise<Uint8Array>;
}
