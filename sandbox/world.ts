import { randomUUID } from 'node:crypto';
import { SandboxClock } from './clock';
import { Customers } from './customers/customers';
import { createVerifier, type EntraTrust, type VerifyToken } from './http/accessToken';
import { EventSigner } from './events/eventSigner';
import { Webhooks } from './events/webhooks';
import { Faults } from './http/faults';
import { Journal, type JournalEntry } from './http/journal';
import { Invoices } from './invoices/invoices';
import type { HistoryEntry } from './referrals/history';
import { Referrals } from './referrals/referrals';
import { seedCustomers } from './seed/seedCustomers';
import { seedInvoices } from './seed/seedInvoices';
import { seedOrders } from './seed/seedOrders';
import { seedReferrals } from './seed/seedReferrals';
import { seedRelated } from './seed/seedRelated';
import { arrivals } from './seed/arrivals';
import { Random } from './seed/random';
import { Users } from './users/users';

export interface WorldOptions {
  /** The same seed makes the same world, relative to the moment it starts. */
  seed: string | number;
  /** `empty` has people, but no customers, invoices and referrals. */
  world: 'seeded' | 'empty';
  now: () => number;
  /** Referrals per page of a list; the service's is 100. */
  pageSize: number;
  /** Whose Entra tokens are taken, besides the sandbox's own. */
  entra?: EntraTrust | undefined;
}

/** Everything the sandbox knows, and what a test or the demo can do to it. */
export class World {
  readonly clock: SandboxClock;
  readonly users = new Users();
  readonly faults = new Faults();
  readonly customers: Customers;
  readonly invoices: Invoices;
  readonly referrals: Referrals;
  readonly journal: Journal;
  readonly webhooks: Webhooks;
  readonly pageSize: number;
  private signer: EventSigner | undefined;
  readonly verifyToken: VerifyToken;

  constructor({ seed, world, now, pageSize, entra }: WorldOptions) {
    this.pageSize = pageSize;
    this.verifyToken = createVerifier(entra);
    this.clock = new SandboxClock(now);
    this.journal = new Journal(this.clock);
    this.webhooks = new Webhooks(this.clock, () => this.eventSigner);
    this.customers = new Customers((customerId, id) => {
      this.webhooks.tell('subscription-updated', subscriptionUri(customerId, id), 'subscription', randomUUID());
    });
    this.invoices = new Invoices(this.clock, (id) => {
      this.webhooks.tell('invoice-ready', invoiceUri(id), 'Invoice', randomUUID());
    });
    this.referrals = new Referrals(this.clock, arrivals(new Random(`${seed}/arrivals`)), (what, referral) => {
      // The other organization's copy of a deal of ours tells so.
      const event = `${referral.organizationId === 'msft' ? 'related-' : ''}referral-${what}`;
      this.webhooks.tell(event, referralUri(referral.id), 'referral');
    });
    if (world === 'empty') return;
    seedCustomers(this.customers, new Random(`${seed}/customers`), this.clock.now());
    seedOrders(this.customers, new Random(`${seed}/orders`), this.clock.now());
    seedInvoices(this.invoices, this.customers, new Random(`${seed}/invoices`), this.clock.now());
    seedReferrals(this.referrals, new Random(`${seed}/referrals`), this.clock.now());
    seedRelated(this.referrals, new Random(`${seed}/related`), this.clock.now());
  }

  /** Who signs events; made when it is first needed, as making keys takes a moment. */
  get eventSigner(): EventSigner {
    this.signer ??= new EventSigner(this.clock.now());
    return this.signer;
  }

  /** What was asked of the two APIs, oldest first. */
  requests(): JournalEntry[] {
    return this.journal.all();
  }

  /** Who changed what about a referral, oldest first. Throws when there is no such referral. */
  history(referralId: string): HistoryEntry[] {
    return this.referrals.history(referralId);
  }
}

/** As events name a subscription and an invoice: over plain http, and with another path than the API's. */
const subscriptionUri = (customerId: string, id: string): string =>
  `http://api.partnercenter.microsoft.com/webhooks/v1/customers/${customerId}/subscriptions/${id}`;
const invoiceUri = (id: string): string => `https://api.partnercenter.microsoft.com/v1/invoices/${id}`;

/** As events name a referral: another host and path than the API's. */
const referralUri = (id: string): string => `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${id}`;
