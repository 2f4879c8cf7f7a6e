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

/** The cards that Teams holds. Times are ms since the epoch, UTC. */
export interface Cards {
  ofReferral(referralId: string): Promise<Card[]>;
  find(conversationId: string, activityId: string): Promise<Card | undefined>;
  /** Which of these referrals have a card of their own there. */
  shownIn(conversationId: string, referralIds: readonly string[]): Promise<Set<string>>;
  /** Inserts, or updates `sentAt` and `shownVersion`. */
  save(card: Card): Promise<void>;
  /** Forgets the cards of referrals, their lines on list cards, with whatever was owed for them and their reminders. Teams keeps what it has. */
  forget(referralIds: readonly string[]): Promise<void>;
}
