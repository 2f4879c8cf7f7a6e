/** Something that Partner Center told, as it is kept. Times are ms since the epoch, UTC. */
export interface StoredEvent {
  /** The same for the same event however often it is told. */
  key: string;
  /** What is to be read again. */
  topic: 'referral' | 'related' | 'subscription' | 'invoice' | 'test';
  /** The id of the thing; what needs none has the same for all. */
  subject: string;
  /** When it changed, as Partner Center says. */
  changedAt: number;
  receivedAt: number;
}

/** Everything that waits of one thing: it is read once for all of it. */
export interface EventClaim {
  /** One of its own for every claim. */
  id: string;
  topic: StoredEvent['topic'];
  subject: string;
  /** How often the one that was tried most was tried, this time included. */
  attempts: number;
  /** When the last of them came: what is told anew is tried for as long as anything. */
  receivedAt: number;
}

/** What Partner Center told, until it was read again and for as long after that as it may be told once more. */
export interface Events {
  /** Keeps an event, due at once; false when it came before. */
  receive(event: StoredEvent): Promise<boolean>;
  /** Claims what waits of one thing, the longest due first, never of one that is claimed. Safe with other processes claiming. */
  claim(claimId: string, now: number, until: number): Promise<EventClaim | undefined>;
  /** Ends what was claimed; false when the claim had been lost. */
  finish(claim: EventClaim, at: number): Promise<boolean>;
  /** Gives it back, to be tried again. */
  postpone(claim: EventClaim, dueAt: number): Promise<void>;
  /** When one can next be claimed; undefined when nothing waits. */
  nextDueAt(): Promise<number | undefined>;
  /** When the latest came, of those that are kept. */
  lastReceivedAt(): Promise<number | undefined>;
  /** Forgets those that have ended and came before. */
  forget(receivedBefore: number): Promise<void>;
}
