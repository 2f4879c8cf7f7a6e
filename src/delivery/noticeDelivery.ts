import type { CardMessage } from '../cards/message';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Notice } from '../storage/notice';
import type { Conversation, Store } from '../storage/store';
import { failureDecision } from './failureDecision';
import type { Sender } from './sender';
import { sendInTime } from './sendInTime';
import type { Throttle } from './throttle';

/** Tells conversations what they are to be told once, besides cards. */
export interface NoticeDelivery {
  run(signal: AbortSignal): Promise<void>;
  /** Something became owed: look at once. */
  wake(): void;
}

export interface NoticeDeliveryDeps {
  store: Store;
  sender: Sender;
  render: (notice: Notice, conversation: Conversation) => CardMessage;
  throttle: Throttle;
  clock: Clock;
  log: Log;
  /** 0 to 1 */
  random: () => number;
}

/** How often it looks when nobody wakes it, in ms: another process may have owed something. */
const idleMs = 5_000;
/** How long a send may take, and for how long its row is claimed, in ms. */
const sendTimeoutMs = 15_000;
const claimMs = 30_000;

/** Makes the delivery of notices; it does nothing until it is told to run. */
export function createNoticeDelivery(deps: NoticeDeliveryDeps): NoticeDelivery {
  const { store, clock, log } = deps;
  let nudge = new AbortController();

  async function takeNext(signal: AbortSignal): Promise<boolean> {
    const now = clock.now();
    const notice = await store.notices.claim(now, now + claimMs);
    if (!notice) return false;
    await deliver(deps, notice, signal);
    return true;
  }

  return {
    wake: () => nudge.abort(),
    async run(signal) {
      signal.addEventListener('abort', () => nudge.abort(), { once: true });
      while (!signal.aborted) {
        // Before looking, so that nothing that becomes owed meanwhile is slept through.
        nudge = new AbortController();
        try {
          if (await takeNext(signal)) continue;
        } catch (error) {
          log.error({ err: error }, 'notices cannot be sent');
        }
        if (!signal.aborted) await clock.sleep(idleMs, nudge.signal);
      }
    },
  };
}

async function deliver(deps: NoticeDeliveryDeps, notice: Notice, giveUp: AbortSignal): Promise<void> {
  const { store, sender, render, throttle, clock, log } = deps;
  const conversation = await store.conversations.find(notice.conversationId);
  const watch = await store.watches.activeIn(notice.conversationId);
  // Nobody waits for referrals there any more.
  if (!conversation || conversation.removedAt !== null || !watch) return store.notices.drop(notice);
  const { everywhere, conversationIds, changesAt } = throttle.closed();
  if (everywhere || conversationIds.includes(conversation.id)) {
    return store.notices.postpone(notice, changesAt ?? clock.now() + idleMs);
  }
  try {
    const message = render(notice, conversation);
    await sendInTime(clock, sendTimeoutMs, giveUp, (signal) => sender.post(conversation, message, signal));
    throttle.recordSent(conversation.id);
    await store.notices.sent(notice, clock.now());
    log.info({ conversation: conversation.id, notice: notice.kind }, 'a notice was posted');
  } catch (error) {
    await settleFailure(deps, notice, error);
  }
}

async function settleFailure(
  { store, clock, log, random }: NoticeDeliveryDeps,
  notice: Notice,
  error: unknown,
): Promise<void> {
  const decision = failureDecision(error, notice.attempts, random);
  log.warn({ conversation: notice.conversationId, notice: notice.kind, err: error }, 'a notice could not be posted');
  const now = clock.now();
  if (decision.action === 'retry') return store.notices.postpone(notice, now + decision.delayMs);
  if (decision.action === 'pause') return store.notices.postpone(notice, now + decision.pauseMs);
  await store.notices.drop(notice);
  if (decision.action === 'removeConversation') {
    await store.conversations.remove(notice.conversationId, 'Teams refuses everything there', now);
  }
}
