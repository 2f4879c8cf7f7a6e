import type { SignInPlace } from '../identity/peopleSignIn';
import type { Clock } from '../lib/clock';
import type { Actor, WatchingState } from '../identity/watchingAccount';
import type { Joined } from '../lib/joined';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import type { CreationOutcome } from '../referrals/createReferral';
import type { Store } from '../storage/store';
import type { ServiceAccount } from '../storage/serviceAccount';
import type { WatchHealth } from '../watch/watchHealth';
import type { WebhookStanding } from '../watch/webhook/webhookStanding';
import type { CustomerMemory } from './customerMemory';
import type { Lists } from './lists';
import type { Person } from './turn';

/** What commands know of the account that watches. */
export interface DeskWatching {
  state(): Promise<WatchingState>;
  looks(): Promise<WatchHealth>;
  /** Whether Partner Center's events are received here. */
  areWebhooksOn: boolean;
  /** How it stands with webhooks; undefined where they are off, or nobody has looked yet. */
  webhooks(): Promise<WebhookStanding | undefined>;
  /** The address of a page where an account can be connected; undefined without `SECRET_TOKEN_KEY`. */
  link(actor: Actor): Promise<string | undefined>;
  /** Removes the stored sign-in; gives the account, or undefined if there was none. */
  disconnect(actor: Actor): Promise<ServiceAccount | undefined>;
}

/** What commands and card actions work with; the same for every turn. */
export interface Desk {
  store: Store;
  partnerCenter: PartnerCenter;
  clock: Clock;
  /** What people's customer searches found a short while ago. */
  customerMemory: CustomerMemory;
  /** What people are paging through. */
  lists: Lists;
  newId: () => string;
  /** Forgets a person's sign-in; false when there was none, as with sandbox identities. */
  signOut(person: Person, place: SignInPlace): Promise<boolean>;
  /** Referrals that are being created. */
  creations: Joined<CreationOutcome>;
  /** Looks at Partner Center now; rejects when that fails. */
  lookNow(): Promise<void>;
  /** Tells the delivery that something is owed. */
  wakeDelivery(): void;
  /** `REFERRAL_RESPONSE_DAYS`. */
  responseDays: number;
  /** `REFERRAL_LINK`. */
  referralLink: string;
  /** The account that watches, and how its looks go. */
  watching: DeskWatching;
}
