import type { Referral } from '../partnerCenter/referral';
import type { Audit } from './auditEntry';
import type { Cards } from './cards';
import type { Cursors } from './cursors';
import type { Digests } from './digests';
import type { Drafts } from './draft';
import type { Events } from './event';
import type { FileOffers } from './fileOffer';
import type { Notices } from './notice';
import type { Leases } from './leases';
import type { Outbox } from './owed';
import type { QuietHoursTable } from './quietHours';
import type { Sends } from './sends';
import type { Warnings } from './warnings';
import type { Secrets } from './secret';
import type { ServiceAccounts } from './serviceAccount';

/** Where the bot is installed. Times are ms since the epoch, UTC. */
export interface Conversation {
  /** Teams' conversation id; for a channel without `;messageid=`. */
  id: string;
  kind: 'personal' | 'groupChat' | 'channel';
  tenantId: string | null;
  teamId: string | null;
  name: string | null;
  serviceUrl: string;
  /** The bot's id in that conversation (`28:…`). */
  botId: string;
  /** BCP 47, as the last activity said. */
  locale: string | null;
  /** IANA, as an activity said: the latest in a personal chat, else the first. */
  timeZone: string | null;
  installedAt: number;
  greetedAt: number | null;
  removedAt: number | null;
  /** Why nothing is sent there any more. */
  removedReason: string | null;
}

/** A conversation that wants to hear of new referrals. Each set of conditions runs once in a conversation. */
export interface Watch {
  id: string;
  conversationId: string;
  /** Entra object id and name of the person who typed `watch`. */
  ownerId: string;
  ownerName: string;
  /** What a referral has to fulfil, as canonical JSON; `{}` for every one. */
  conditions: string;
  /** Nothing new is owed to it before that. */
  pausedUntil: number | null;
  startedAt: number;
  endedAt: number | null;
  endedReason: string | null;
}

/** A watch that ended with its conversation. */
export interface LostWatch {
  conversationName: string | null;
  endedAt: number;
  endedReason: string;
}

/** A watch that is to begin; without conditions it is for every referral. */
export type NewWatch = Omit<Watch, 'conditions' | 'pausedUntil' | 'endedAt' | 'endedReason'> & { conditions?: string };

/** Who decided through Partner Desk, and when. */
export interface Decision {
  verb: 'accept' | 'decline' | 'won' | 'lost';
  byId: string;
  byName: string;
  at: number;
  /** What was decided here before that, such as the acceptance of a deal that was won. */
  earlier?: Decision;
}

/** The referral as it was last seen, and what only we know of it. */
export interface LedgerEntry {
  referralId: string;
  /** Counts up at every change that a card shows. */
  version: number;
  referral: Referral;
  firstSeenAt: number;
  /** When this version was made: no card shows it that was drawn before. */
  seenAt: number;
  decision: Decision | null;
  /** A sentence about a press that failed after it had been answered; on the card until the next change. */
  notice: string | null;
}

/** A card that Teams holds. */
export interface Card {
  conversationId: string;
  activityId: string;
  referralId: string;
  postedAt: number;
  /** When it was last posted or edited. */
  sentAt: number;
  /** The ledger version that it shows; 0 when unknown (adopted). */
  shownVersion: number;
}

export interface Conversations {
  /** Inserts, or refreshes what an activity tells (null: nothing); keeps `installedAt` and `greetedAt`; clears the removal. */
  save(conversation: Omit<Conversation, 'greetedAt' | 'removedAt' | 'removedReason'>): Promise<void>;
  find(id: string): Promise<Conversation | undefined>;
  /** Every conversation of a team that is not removed. */
  inTeam(teamId: string): Promise<Conversation[]>;
  /** True for exactly one caller per installation: that one greets. */
  claimGreeting(id: string, at: number): Promise<boolean>;
  /** The greeting could not be sent: somebody else may claim it. */
  releaseGreeting(id: string): Promise<void>;
  /** Marks it as gone, ends its watches and buries what is owed to it. Installing again (`save`) revives it, to be greeted anew. */
  remove(id: string, reason: string, at: number): Promise<void>;
}

export interface Watches {
  /** Starts one, or gives the one with these conditions that already runs there; `started` says which. */
  start(watch: NewWatch): Promise<{ watch: Watch; started: boolean }>;
  /** Every one that runs, the oldest first. */
  active(): Promise<Watch[]>;
  /** The oldest that runs in a conversation. */
  activeIn(conversationId: string): Promise<Watch | undefined>;
  /** Every one that runs in a conversation, the oldest first. */
  allIn(conversationId: string): Promise<Watch[]>;
  /** The one that began last in a conversation, also when it has ended. */
  latestIn(conversationId: string): Promise<Watch | undefined>;
  /** Those of a person that ended since a moment because nothing can be sent there any more, the latest first. */
  lost(ownerId: string, since: number): Promise<LostWatch[]>;
  /** Changes one that runs; false where it has ended, or another with these conditions runs there. */
  change(id: string, to: Partial<Pick<Watch, 'conditions' | 'pausedUntil'>>): Promise<boolean>;
  /**
   * Ends those that run there, or of them only the one with that id; false if there was none. When the last has ended, posts and
   * reminders that are owed there and not yet claimed are dropped.
   */
  end(conversationId: string, reason: string, at: number, id?: string): Promise<boolean>;
}

/** An open referral that cards show. */
export interface ShownReferral {
  entry: LedgerEntry;
  /** When the one of its cards was sent that was sent longest ago. */
  sentAt: number;
  /** The time zones that its cards are read in, each once; null where none is known. */
  timeZones: (string | null)[];
}

export interface Ledger {
  find(referralId: string): Promise<LedgerEntry | undefined>;
  findMany(referralIds: readonly string[]): Promise<Map<string, LedgerEntry>>;
  /** Incoming and New, oldest first. */
  open(): Promise<LedgerEntry[]>;
  /** What was posted in a conversation: everything that waits for an answer, and what changed since then. */
  shownIn(conversationId: string, since: number): Promise<LedgerEntry[]>;
  /** So many of all, the open ones first. */
  some(limit: number): Promise<LedgerEntry[]>;
  /** So many that are not open and have not changed since a moment, by id behind `after`. */
  seenBefore(before: number, after: string, limit: number): Promise<LedgerEntry[]>;
  /** So many of the open ones that cards show, by id behind `after`. */
  openShown(after: string, limit: number): Promise<ShownReferral[]>;
  /** Inserts or replaces the row. Only call inside a transaction that read it. */
  save(entry: LedgerEntry): Promise<void>;
}

/** Everything that is kept. All times are ms since the epoch, UTC. */
export interface Store {
  readonly conversations: Conversations;
  readonly watches: Watches;
  readonly quietHours: QuietHoursTable;
  readonly ledger: Ledger;
  readonly cards: Cards;
  readonly outbox: Outbox;
  readonly cursors: Cursors;
  readonly events: Events;
  readonly fileOffers: FileOffers;
  readonly audit: Audit;
  readonly digests: Digests;
  readonly drafts: Drafts;
  readonly warnings: Warnings;
  readonly leases: Leases;
  readonly sends: Sends;
  readonly secrets: Secrets;
  readonly serviceAccounts: ServiceAccounts;
  readonly notices: Notices;
  /**
   * Runs `work` in one serialised write transaction and commits when it resolves, rolls back when it rejects. `work` must use
   * the store that it is given and must not await anything but the database (SQLite has one connection).
   */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
