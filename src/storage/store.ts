import type { Referral } from '../partnerCenter/referral';
import type { Audit } from './auditEntry';
import type { Cards } from './card';
import type { Cursors } from './cursors';
import type { Digests } from './digests';
import type { Drafts } from './draft';
import type { Events } from './event';
import type { FileOffers } from './fileOffer';
import type { Folded } from './folded';
import type { Folding } from './folding';
import type { News } from './news';
import type { Notices } from './notice';
import type { Leases } from './leases';
import type { Outbox } from './owed';
import type { QuietHoursTable } from './quietHours';
import type { Sends } from './sends';
import type { TakenActivities } from './takenActivities';
import type { Warnings } from './warnings';
import type { Watches } from './watch';
import type { Secrets } from './secret';
import type { ServiceAccounts } from './serviceAccount';

export type { Card, Cards } from './card';
export type { LostWatch, Watch } from './watch';

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

/** Who decided through Partner Desk, and when. */
export interface Decision {
  verb: 'accept' | 'decline' | 'won' | 'lost';
  byId: string;
  byName: string;
  at: number;
  /**
   * The names of everybody who may have decided it, where the answer was lost and nothing proves whose press it was; `by…` is then
   * who pressed first.
   */
  possibly?: readonly string[];
  /** What was decided here before that, such as the acceptance of a deal that was won. */
  earlier?: Decision;
}

/** The referral as it was last seen, and what only we know of it. */
export interface LedgerEntry {
  referralId: string;
  /** Counts up at every change that a card shows. */
  version: number;
  referral: Referral;
  /**
   * Of a shared referral of ours: how the other organization's copy of it stands, as far as that is known. Microsoft answers
   * on its own copy. https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
   */
  connected: Referral | null;
  firstSeenAt: number;
  /** When this version was made: no card shows it that was drawn before. */
  seenAt: number;
  decision: Decision | null;
  /** A sentence about a press that failed after it had been answered; on the card until the next change. */
  notice: string | null;
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

/** A referral that a conversation has a card of. */
export interface PostedReferral extends LedgerEntry {
  /** When the first of its cards came there. */
  cameAt: number;
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
  /** Everything of these engagements, other organizations' copies included. */
  ofEngagements(engagementIds: readonly string[]): Promise<LedgerEntry[]>;
  /** What waits for an answer, ours or the other organization's, oldest first. */
  open(): Promise<LedgerEntry[]>;
  /** What was posted in a conversation: everything that waits for an answer, and what came there or changed since then. */
  shownIn(conversationId: string, since: number): Promise<PostedReferral[]>;
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
  readonly folded: Folded;
  readonly folding: Folding;
  readonly audit: Audit;
  readonly digests: Digests;
  readonly drafts: Drafts;
  readonly warnings: Warnings;
  readonly leases: Leases;
  readonly news: News;
  readonly sends: Sends;
  readonly secrets: Secrets;
  readonly serviceAccounts: ServiceAccounts;
  readonly notices: Notices;
  readonly takenActivities: TakenActivities;
  /**
   * Runs `work` in one serialised write transaction and commits when it resolves, rolls back when it rejects. `work` must use
   * the store that it is given and must not await anything but the database (SQLite has one connection).
   */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
