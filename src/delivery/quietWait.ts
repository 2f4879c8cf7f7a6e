import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { quietPeriod, quietUntil } from '../referrals/quietHours';
import type { OutboxRow } from '../storage/owed';
import type { Store } from '../storage/store';

/**
 * Until when something that could not be sent before the quiet hours of its conversation began has to wait; undefined where it
 * need not: what fell due within them was asked for by a person, or its referral ends before they do.
 * @param at when it would be sent, ms since the epoch
 */
export async function quietWait(store: Store, row: OutboxRow, at: number): Promise<number | undefined> {
  if (row.kind === 'update' || row.kind === 'list') return undefined;
  const hours = await store.quietHours.find(row.conversationId);
  if (!hours) return undefined;
  const conversation = await store.conversations.find(row.conversationId);
  const period = quietPeriod(hours, conversation?.timeZone ?? null, at);
  if (!period || row.dueAt >= period.from) return undefined;
  const deadlineAt = serviceTimeMs((await store.ledger.find(row.referralId))?.referral.expirationDateTime);
  return quietUntil(period, deadlineAt, at);
}
