/**
 * How far the creation of a referral has come. Each step is committed before the request that it names is sent, so that
 * whoever finds it after a crash knows what may have happened.
 */
export type DraftStep =
  /** The person was asked whether to create it; nothing was sent. */
  | 'asked'
  /** The own referral is being sent, or was, and the answer was lost. */
  | 'sendingOwn'
  /** The own referral is there. Microsoft's connected one is not; that is the end only for what is not shared. */
  | 'ownCreated'
  /** Microsoft's connected referral is being sent, or was, and the answer was lost. */
  | 'sendingMicrosoft'
  | 'done'
  /** The person went back and asked anew with another draft. */
  | 'replaced';

/** A referral as a person filled it in, to be created once. Times are ms since the epoch, UTC. */
export interface Draft {
  /** Also the referral's external reference where the person gave none. */
  id: string;
  /** Entra object id and name of who filled it in; only this person may confirm it. */
  makerId: string;
  makerName: string;
  /** The inputs of the form by their ids, as they were typed. */
  typed: Readonly<Record<string, string>>;
  step: DraftStep;
  /** What the own referral brought along; null until it is there. */
  referralId: string | null;
  engagementId: string | null;
  /** Where its maker confirmed it last; null before that. */
  conversationId: string | null;
  /** When the request of a `sending` step was begun. */
  sentAt: number | null;
  createdAt: number;
  /** Until when it can be confirmed. What was begun can be finished at any time. */
  expiresAt: number;
}

/** What a step adds to a draft. */
export type DraftProgress = Pick<Draft, 'step'> &
  Partial<Pick<Draft, 'referralId' | 'engagementId' | 'conversationId' | 'sentAt'>>;

/** Referrals that people are about to create. */
export interface Drafts {
  add(draft: Pick<Draft, 'id' | 'makerId' | 'makerName' | 'typed' | 'createdAt' | 'expiresAt'>): Promise<void>;
  find(id: string): Promise<Draft | undefined>;
  /**
   * The one that a referral was made from: by its id, by the draft's own id as the external reference, and while its request is
   * under way by the reference that its maker gave.
   */
  ofReferral(referralId: string, externalReferenceId: string | null): Promise<Draft | undefined>;
  /** Those of a person that were begun and are not done, oldest first. */
  unfinishedOf(makerId: string): Promise<Draft[]>;
  /** Takes it in hand for `leaseMs`; undefined where there is none, or where somebody else has it in hand. */
  claim(id: string, claimant: string, now: number, leaseMs: number): Promise<Draft | undefined>;
  /** Notes a step and holds the draft for `leaseMs` more; false, and nothing is noted, where it is no longer in this hand. */
  advance(id: string, claimant: string, progress: DraftProgress, now: number, leaseMs: number): Promise<boolean>;
  /** Puts it out of this hand. */
  release(id: string, claimant: string): Promise<void>;
  /** Takes one that was only asked about, and that nobody has in hand, out of use. */
  replace(id: string, now: number): Promise<void>;
  /** Those that are not being sent. */
  idle(): Promise<Draft[]>;
  /** Removes those of them that are not being sent. */
  remove(ids: readonly string[]): Promise<void>;
  /** Erases those that expired before `before` and of which nothing is under way. */
  forget(before: number): Promise<void>;
}
