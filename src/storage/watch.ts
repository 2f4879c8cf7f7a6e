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

/** What is watched where. */
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
   * Ends those that run there, or of them only the one with that id; false if there was none. When the last has ended, posts,
   * reminders and news that are owed there and not yet claimed are dropped.
   */
  end(conversationId: string, reason: string, at: number, id?: string): Promise<boolean>;
}
