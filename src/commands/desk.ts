import type { SignInPlace } from '../identity/peopleSignIn';
import type { Clock } from '../lib/clock';
import type { Joined } from '../lib/joined';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import type { CreationOutcome } from '../referrals/createReferral';
import type { Store } from '../storage/store';
import type { CustomerMemory } from './customerMemory';
import type { Lists } from './lists';
import type { Person } from './turn';

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
}
