import type { ServiceAccount } from './serviceAccount';
import type { Watch } from './store';

interface About {
  /** What it is about; a conversation is told of it at most once. */
  id: string;
  conversationId: string;
}

/** That the watching account cannot be used any more, or that another one was connected after that was told. */
export interface AccountNotice extends About {
  kind: 'accountEnded' | 'accountBack';
  /** As it was when this became owed. */
  account: ServiceAccount;
}

/** That nothing can be sent to the conversation any more: its watch's owner is told elsewhere. */
interface WatchNotice extends About {
  kind: 'watchEnded';
  watch: Watch;
}

/** Something to be told once, before it is owed. */
export type NewNotice = AccountNotice | WatchNotice;

/** The same with how often it was tried, this try included. */
export type Notice = NewNotice & { attempts: number };

/** What conversations are to be told besides cards. */
export interface Notices {
  /** Owes each once. */
  owe(notices: readonly NewNotice[], dueAt: number): Promise<void>;
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
