import type { OutboxRow } from '../storage/owed';
import type { Conversation } from '../storage/store';
import { sendTimeoutMs, type DeliveryDeps } from './deliverRow';
import { foldedReferrals, readable } from './foldedReferrals';
import { keepTrying } from './keepTrying';
import { saveList } from './saveList';
import { sendInTime } from './sendInTime';
import { settleFailure } from './settleFailure';

/**
 * Brings a list card up to date from the present state of the ledger, and ends the row in the commit that notes what it shows.
 * @param giveUp the process is ending: what was not sent by then is handed back
 */
export async function deliverListUpdate(
  deps: DeliveryDeps,
  row: OutboxRow,
  conversation: Conversation,
  giveUp: AbortSignal,
): Promise<void> {
  const { store, clock, log, metrics } = deps;
  const { conversationId, activityId } = row;
  const rows = await store.folded.onCard(conversationId, activityId);
  const ids = rows.map(({ referralId }) => referralId);
  const shown = await foldedReferrals(store, conversationId, ids);
  let sent: boolean;
  try {
    sent = await sendInTime(clock, sendTimeoutMs, giveUp, async (signal) => {
      const visible = await readable(deps, shown, conversation);
      if (visible.length === 0) return false;
      try {
        await deps.sender.update(conversation, activityId, deps.renderList(visible, conversation), signal);
      } finally {
        deps.throttle.recordSent(conversationId);
      }
      return true;
    });
  } catch (error) {
    if (giveUp.aborted) return store.outbox.release(row);
    return settleFailure(deps, [row], error);
  }
  if (sent) {
    deps.throttle.recordSuccess(conversationId);
    metrics.sent('updated');
  }
  log.info({ conversation: conversationId, attempts: row.attempts }, sent ? 'list card updated' : 'not sent');
  const sentAt = clock.now();
  await keepTrying(clock, log, () =>
    store.transaction(async (tx) => {
      await tx.outbox.complete(row, sentAt);
      if (sent)
        await saveList(tx, { conversationId, activityId, shown, postedAt: rows[0]?.postedAt ?? sentAt, sentAt });
    }),
  );
}
