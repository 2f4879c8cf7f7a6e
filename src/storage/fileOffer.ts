/** A file that a person was offered: what to produce, never its bytes. Times are ms since the epoch, UTC. */
export interface FileOffer {
  /** A GUID; the consent card carries it. */
  id: string;
  /** Entra object id of the only person who may take it. */
  personId: string;
  /** JSON of what is wanted, as the question was asked. */
  wanted: string;
  createdAt: number;
  expiresAt: number;
  /** When it was accepted or declined: each offer is used once. */
  takenAt: number | null;
}

/** Files that people were offered. */
export interface FileOffers {
  /** Keeps a new offer, and forgets those that expired before it by more than a week. */
  add(offer: Omit<FileOffer, 'takenAt'>): Promise<void>;
  all(): Promise<FileOffer[]>;
  remove(ids: readonly string[]): Promise<void>;
  find(id: string): Promise<FileOffer | undefined>;
  /** True for exactly one caller, if it is that person's, unused and `at` is before its end. */
  take(id: string, personId: string, at: number): Promise<boolean>;
}
