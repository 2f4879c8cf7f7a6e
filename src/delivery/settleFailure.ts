import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { OutboxRow } from '../storage/owed';
import type { Store } from '../storage/store';
import type { DeliveryDeps } from './deliverRow';
import { endConversation } from './endConversation';
import { failureDecision } from './failureDecision';
import { quietWait } from './quietWait';
import { SendError } from './sender';

const outcomes = { retry: 'failed', pause: 'throttled', removeConversation: 'unreachable', bury: 'buried' } as const;

/**
 * Decides what becomes of what was to be sent when that failed, and sees to it.
 * @param rows one, or those that a list card was to show
 */
export async function settleFailure(
  deps: DeliveryDeps,
  rows: readonly [OutboxRow, ...OutboxRow[]],
  error: unknown,
): Promise<void> {
  const { store, throttle, clock, log, random, metrics } = deps;
  const [{ referralId: referral, conversationId: conversation, kind }] = rows;
  const attempts = Math.max(...rows.map((row) => row.attempts));
  const isThrottled = error instanceof SendError && error.kind === 'throttled';
  // Teams is well where Partner Center could not be asked: what is behind the row need not wait for it.
  const isUnread = error instanceof PartnerCenterError;
  const inARow = isThrottled || isUnread ? 0 : throttle.recordFailure(conversation);
  const decision = failureDecision(error, attempts, random, inARow);
  const now = clock.now();
  const why = error instanceof Error ? error.message : String(error);
  const facts = { ...(rows.length > 1 ? { rows: rows.length } : { referral }), conversation, kind, attempts };
  if ('pauseMs' in decision && !isUnread) {
    throttle.pause(conversation, now + decision.pauseMs);
    await store.sends.pause({ conversationId: conversation, until: now + decision.pauseMs });
  }
  metrics.sent(outcomes[decision.action]);
  switch (decision.action) {
    case 'retry': {
      const retryAt = now + decision.delayMs;
      log.warn({ ...facts, retryInMs: decision.delayMs, err: error }, 'sending failed');
      return each(store, rows, async (tx, row) =>
        tx.outbox.postpone(row, (await quietWait(tx, row, retryAt)) ?? retryAt, why),
      );
    }
    case 'pause':
      log.warn({ ...facts, pauseMs: decision.pauseMs }, 'Teams asks for patience');
      return each(store, rows, (tx, row) => tx.outbox.release(row));
    case 'removeConversation':
      log.warn({ ...facts, err: error }, 'nothing can be sent there any more');
      return endConversation(store, conversation, why, now);
    case 'bury':
      log.error({ ...facts, err: error }, 'given up');
      return each(store, rows, (tx, row) => tx.outbox.bury(row, why, now));
  }
}

/** Settles all rows in one commit. */
function each(
  store: Store,
  rows: readonly OutboxRow[],
  settle: (tx: Store, row: OutboxRow) => Promise<unknown>,
): Promise<void> {
  return store.transaction(async (tx) => {
    for (const row of rows) await settle(tx, row);
  });
}
