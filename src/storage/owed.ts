/** Something owed to Teams. */
export interface OutboxRow {
  id: number;
  /** A card to post, a card to bring up to date, a reminder of one, news of something that is no referral, or a list card to bring up to date. */
  kind: 'post' | 'update' | 'warn' | 'news' | 'list';
  /** Of news its subject: see `NewsEntry`. Empty for a list card. */
  referralId: string;
  conversationId: string;
  /** The card to edit; empty for anything but an update of a card or a list card. */
  activityId: string;
  /** Lower is sent first within a conversation: the referral's creation in ms. */
  position: number;
  dueAt: number;
  /** How often it was claimed since it was owed, this claim included, those given back untried (`release`) not. */
  attempts: number;
  /** How often it was ever claimed: tells one claim from another. */
  claims: number;
  claimedBy: string | null;
  claimedUntil: number | null;
  lastError: string | null;
}

/** What to owe; the key is (kind, referral, conversation, activity). */
export type Owed = Pick<OutboxRow, 'kind' | 'referralId' | 'conversationId' | 'activityId' | 'position' | 'dueAt'>;

/** How many posts that wait together become one list card. */
export interface BurstSize {
  /** More than so many. */
  above: number;
  /** At most so many; it takes more than twice `above`. */
  most: number;
}

/** What was given up in one conversation for one reason. Times are ms since the epoch. */
export interface GivenUp {
  conversationId: string;
  conversationName: string | null;
  /** What the send failed with. */
  why: string;
  rows: number;
  latestAt: number;
}

/** What is owed to Teams, and who is paying it at the moment. */
export interface Outbox {
  /**
   * Owes each row once. A post that was ever owed is not owed again this way; an update, a reminder or news that is owed is made due at the earlier time, one
   * that is being sent at this moment is owed again after that. Nothing is owed to a conversation that was removed.
   */
  owe(rows: readonly Owed[]): Promise<void>;
  /**
   * Owes posts because a person asks for them: also one that has ended, unless the conversation has a card of its referral,
   * or a list card that shows it. Gives how many became owed by this call.
   */
  oweAsked(posts: readonly Owed[]): Promise<number>;
  /** The same, also for what list cards show: it comes as a card of its own. */
  oweUnfolded(posts: readonly Owed[]): Promise<number>;
  /** Posts of that referral that were withheld fall due anew where a watch runs; gives how many. */
  oweWithheld(referralId: string, now: number): Promise<number>;
  /**
   * Claims the next due row for `claimant` until `now + leaseMs`: oldest position first within a conversation, never two
   * live claims in one conversation, never in `exceptConversations`. Safe with other processes claiming.
   */
  claim(
    claimant: string,
    now: number,
    leaseMs: number,
    exceptConversations?: readonly string[],
  ): Promise<OutboxRow | undefined>;
  /**
   * Claims, with a post that is claimed, the others that are due in its conversation, where that asked for bursts to be folded
   * and more than `above` wait; gives all of them, the oldest first, or that row alone; none where its
   * claim was lost meanwhile. They are one claim: it runs out for all at the same moment.
   */
  claimBurst(row: OutboxRow, now: number, size: BurstSize): Promise<OutboxRow[]>;
  /** Ends a row that was carried out; false if the claim had been lost. Call it in the transaction that saves the card. */
  complete(row: OutboxRow, at: number): Promise<boolean>;
  /** Ends a post that may not be shown to its conversation's person, until `oweWithheld` or `oweAsked`. */
  withhold(row: OutboxRow, at: number): Promise<void>;
  /** Gives the row back, to be tried again at `dueAt`; false if the claim had been lost. */
  postpone(row: OutboxRow, dueAt: number, error: string): Promise<boolean>;
  /** What was owed again since the claim is carried out with it: nothing follows unless it is owed once more. */
  includeLater(row: OutboxRow): Promise<void>;
  /** Gives the row back untried, due at once or at `dueAt`. */
  release(row: OutboxRow, dueAt?: number): Promise<void>;
  /** Ends a row that can never be carried out. */
  bury(row: OutboxRow, error: string, at: number): Promise<void>;
  /** What was given up since a moment in conversations that are still there, the latest first; not edits of cards that were deleted. */
  givenUp(since: number, limit: number): Promise<GivenUp[]>;
  /**
   * Owes anew what was given up, in all conversations or in some, except posts of referrals that have a card there meanwhile.
   * Gives how many rows that were.
   */
  revive(now: number, conversationIds?: readonly string[]): Promise<number>;
  /** The referrals of the posts that are owed to a conversation and not claimed. */
  waitingPosts(conversationId: string): Promise<string[]>;
  /** Drops the posts of these referrals that are owed there and not claimed; they can be owed again. */
  dropPosts(conversationId: string, referralIds: readonly string[]): Promise<void>;
  /** The clock was set back from one time to another: what was due stays due. */
  clockSetBack(from: number, to: number): Promise<void>;
  /** When a row can next be claimed: it falls due, or the claim in its conversation runs out; undefined when nothing is owed. */
  nextDueAt(): Promise<number | undefined>;
  /** How much is owed, how much of it has failed before, and how much was given up. */
  depth(): Promise<{ owed: number; retrying: number; buried: number; oldestDueAt: number | null }>;
}
