import type { CardMessage } from '../cards/message';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Notice } from '../storage/notice';
import type { Conversation, Store } from '../storage/store';
import { endConversation } from './endConversation';
import { failureDecision } from './failureDecision';
import type { Sender } from './sender';
import { sendInTime } from './sendInTime';
import type { Throttle } from './throttle';

/** What telling conversations and people takes. */
export interface NoticeDeliveryDeps {
  store: Store;
  sender: Sender;
  /**
   * Posts in the bot's own chat with a person, and gives that chat's id. Rejects with a SendError.
   * @param via a conversation where the bot met that person
   */
  toPerson: (personId: string, via: Conversation, message: CardMessage, signal: AbortSignal) => Promise<string>;
  render: (notice: Notice, conversation: Conversation) => CardMessage;
  throttle: Throttle;
  clock: Clock;
  log: Log;
  /** 0 to 1 */
  random: () => number;
}

/** How long a send may take, in ms. */
const sendTimeoutMs = 15_000;
/** How long to wait where Teams' limits do not say until when, in ms. */
const laterMs = 5_000;
/** Somebody who cannot be written to is not tried for ever: `status` tells them too. */
const triesToReachAPerson = 6;

/** Tells it, or decides when to try again. `giveUp` aborts when the process ends. */
export async function deliverNotice(deps: NoticeDeliveryDeps, notice: Notice, giveUp: AbortSignal): Promise<void> {
  const { store, throttle, clock, log } = deps;
  const conversation = await store.conversations.find(notice.conversationId);
  if (!conversation || !(await isWanted(store, notice, conversation))) return store.notices.drop(notice);
  const { everywhere, conversationIds, changesAt } = throttle.closed();
  if (everywhere || conversationIds.includes(conversation.id)) {
    return store.notices.postpone(notice, changesAt ?? clock.now() + laterMs);
  }
  try {
    const told = await sendInTime(clock, sendTimeoutMs, giveUp, (signal) => send(deps, notice, conversation, signal));
    throttle.recordSent(told);
    await store.notices.sent(notice, clock.now());
    log.info({ conversation: told, notice: notice.kind }, 'a notice was posted');
  } catch (error) {
    if (giveUp.aborted) return store.notices.postpone(notice, clock.now());
    await settleFailure(deps, notice, error);
  }
}

/** Whether it still holds, and somebody waits for it. */
async function isWanted(store: Store, { kind }: Notice, { id, removedAt }: Conversation): Promise<boolean> {
  if (kind === 'watchEnded') return removedAt !== null;
  return removedAt === null && (await store.watches.activeIn(id)) !== undefined;
}

/** Gives the conversation where it was posted. */
async function send(
  { sender, toPerson, render }: NoticeDeliveryDeps,
  notice: Notice,
  conversation: Conversation,
  signal: AbortSignal,
): Promise<string> {
  const message = render(notice, conversation);
  if (notice.kind === 'watchEnded') return toPerson(notice.watch.ownerId, conversation, message, signal);
  await sender.post(conversation, message, signal);
  return conversation.id;
}

async function settleFailure(
  { store, clock, log, random }: NoticeDeliveryDeps,
  notice: Notice,
  error: unknown,
): Promise<void> {
  const decision = failureDecision(error, notice.attempts, random);
  log.warn({ conversation: notice.conversationId, notice: notice.kind, err: error }, 'a notice could not be posted');
  const now = clock.now();
  const hopeless = notice.kind === 'watchEnded' && notice.attempts >= triesToReachAPerson;
  if (decision.action === 'retry' && !hopeless) return store.notices.postpone(notice, now + decision.delayMs);
  if (decision.action === 'pause') return store.notices.postpone(notice, now + decision.pauseMs);
  await store.notices.drop(notice);
  if (decision.action === 'removeConversation' && notice.kind !== 'watchEnded') {
    await endConversation(store, notice.conversationId, 'Teams refuses everything there', now);
  }
}
