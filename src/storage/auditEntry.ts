/** A few facts of a thing as it was or became, for example `{ status: 'New' }`: never a customer's e-mail address or a note. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>;

/** What somebody did, tried to do, or was about to do. */
export interface AuditEntry {
  /** ms since the epoch, UTC. */
  at: number;
  /** Entra object id of who did it. */
  actorId: string;
  actorName: string;
  /** The verb of a button (`referral.accept`), or a command's name with what it was about (`export.referrals`). */
  action: string;
  /** The id of what was acted on, for example of the referral; null where there is none. */
  subject: string | null;
  /** Where it was done, as Teams calls it; null outside of Teams. */
  conversationId: string | null;
  before: AuditFacts | null;
  after: AuditFacts | null;
  /**
   * `begun` is written before a change is sent, so that a process that dies meanwhile leaves a trace; the entry with the same
   * reference id that follows tells how it ended. `done` is what the called service answered so; `unproven` is what it has as it
   * was asked for, but the answer was lost, so that somebody else may have done it.
   */
  outcome: 'begun' | 'done' | 'unproven' | 'denied' | 'failed';
  /** The id that the person and the log were given. */
  referenceId: string;
  /** Ids that the called service gave to the requests. */
  requestIds: readonly string[];
}

/** An entry as it was kept; ids count up in the order of writing. */
export type AuditRow = AuditEntry & { id: number };

/** The audit trail. The database refuses to change an entry, and to delete one that is not past its retention. */
export interface Audit {
  /** Adds one entry. Call it in the transaction of what it tells about, where there is one. */
  append(entry: AuditEntry): Promise<void>;
  /** Entries behind `afterId`, oldest first. */
  page(afterId: number, limit: number): Promise<AuditRow[]>;
  /** Every entry about one thing, oldest first. */
  ofSubject(subject: string): Promise<AuditRow[]>;
  /** What was begun from `from` until before `to` (ms since the epoch), and of which no entry tells how it ended. */
  unfinished(from: number, to: number): Promise<AuditRow[]>;
  /** Erases what is older than `before` (ms since the epoch) for good, and gives how many entries that were. */
  erase(before: number): Promise<number>;
}
