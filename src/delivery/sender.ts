import type { CardMessage } from '../cards/message';
import type { Conversation } from '../storage/store';

/** Puts cards into Teams conversations. Fulfilled by `bot/`. Every method rejects with a {@link SendError}. */
export interface Sender {
  /** Posts a card, in a channel as a root post. Sends once: no hidden retries. */
  post(conversation: Conversation, message: CardMessage, signal?: AbortSignal): Promise<{ activityId: string }>;
  /** Posts a card in the thread of another one in a channel; elsewhere, and without a thread, as a post of its own. */
  reply(
    conversation: Conversation,
    thread: string | undefined,
    message: CardMessage,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Edits a card that was posted. */
  update(conversation: Conversation, activityId: string, message: CardMessage, signal?: AbortSignal): Promise<void>;
}

/** What Teams' refusal means for the row that was being sent. */
export type SendErrorKind =
  /** 429: nothing was sent; wait `retryAfterMs`. */
  | 'throttled'
  /** The bot was removed, may not write there, or the conversation is gone: nothing will ever arrive. */
  | 'conversationGone'
  /** The card to edit no longer exists. */
  | 'activityGone'
  /** 400, 413: this card will never be accepted. */
  | 'refused'
  /** 401, any other 403 or 404, 412, 5xx, time-out, cut connection: try again later; a post may have arrived. */
  | 'temporary';

/** A send that did not succeed. */
export class SendError extends Error {
  readonly kind: SendErrorKind;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** From Retry-After. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    facts: { kind: SendErrorKind; status?: number; retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, { cause: facts.cause });
    this.name = 'SendError';
    this.kind = facts.kind;
    this.status = facts.status;
    this.retryAfterMs = facts.retryAfterMs;
  }
}
