import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { OutboxRow } from '../storage/owed';
import type { DeliveryDeps } from './deliverRow';
import { endConversation } from './endConversation';
import { failureDecision } from './failureDecision';
import { quietWait } from './quietWait';
import { SendError } from './sender';

const outcomes = { retry: 'failed', pause: 'throttled', removeConversation: 'unreachable', bury: 'buried' } as const;

/** Decides what becomes of a row whose send failed, and sees to it. */
export async function settleFailure(deps: DeliveryDeps, row: OutboxRow, error: unknown): Promise<void> {
  const { store, throttle, clock, log, random, metrics } = deps;
  const isThrottled = error instanceof SendError && error.kind === 'throttled';
  // Teams is well where Partner Center could not be asked: what is behind the row need not wait for it.
  const isUnread = error instanceof PartnerCenterError;
  const inARow = isThrottled || isUnread ? 0 : throttle.recordFailure(row.conversationId);
  const decision = failureDecision(error, row.attempts, random, inARow);
  const now = clock.now();
  const why = error instanceof Error ? error.message : String(error);
  const facts = { referral: row.referralId, conversation: row.conversationId, kind: row.kind, attempts: row.attempts };
  if ('pauseMs' in decision && !isUnread) {
    throttle.pause(row.conversationId, now + decision.pauseMs);
    await store.sends.pause({ conversationId: row.conversationId, until: now + decision.pauseMs });
  }
  metrics.sent(outcomes[decision.action]);
  switch (decision.action) {
    case 'retry': {
      const retryAt = now + decision.delayMs;
      log.warn({ ...facts, retryInMs: decision.delayMs, err: error }, 'sending failed');
      await store.outbox.postpone(row, (await quietWait(store, row, retryAt)) ?? retryAt, why);
      return;
    }
    case 'pause':
      log.warn({ ...facts, pauseMs: decision.pauseMs }, 'Teams asks for patience');
      return store.outbox.release(row);
    case 'removeConversation':
      log.warn({ ...facts, err: error }, 'nothing can be sent there any more');
      return endConversation(store, row.conversationId, why, now);
    case 'bury':
      log.error({ ...facts, err: error }, 'given up');
      return store.outbox.bury(row, why, now);
  }
}
