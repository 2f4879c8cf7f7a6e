import type { ServiceAccount } from './serviceAccount';

/** Something that a conversation is to be told once. Times are ms since the epoch, UTC. */
export interface Notice {
  /** What it is about; a conversation is told of it at most once. */
  id: string;
  conversationId: string;
  /** The watching account cannot be used any more; or another one was connected after that was told. */
  kind: 'accountEnded' | 'accountBack';
  /** As it was when this became owed. */
  account: ServiceAccount;
  /** How often it was tried, this try included. */
  attempts: number;
}

/** What conversations are to be told besides cards. */
export interface Notices {
  /** Owes each once. */
  owe(notices: readonly Omit<Notice, 'attempts'>[], dueAt: number): Promise<void>;
  /** Claims the next that is due until a time. Safe with other processes claiming. */
  claim(now: number, until: number): Promise<Notice | undefined>;
  sent(notice: Notice, at: number): Promise<void>;
  /** Gives it back, to be tried again. */
  postpone(notice: Notice, dueAt: number): Promise<void>;
  /** Ends it unsent. */
  drop(notice: Notice): Promise<void>;
  /** Drops those of that id that were not sent, and gives the conversations that were told. */
  settle(id: string): Promise<string[]>;
}
