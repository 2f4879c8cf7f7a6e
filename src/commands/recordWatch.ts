import { conditionsOf } from '../referrals/watchConditions';
import type { AuditFacts } from '../storage/auditEntry';
import type { Store, Watch } from '../storage/store';
import { recordChange } from './recordChange';
import type { Turn } from './turn';

/**
 * Writes into the audit trail what became of a watch: which conditions it has, not what they say, for they may name a customer.
 * @param store the one of the transaction that changes it
 * @param at ms since the epoch
 * @param becomes absent where it has ended
 */
export function recordWatch(
  store: Pick<Store, 'audit'>,
  turn: Turn,
  at: number,
  { action, watch, becomes }: { action: string; watch?: Watch; becomes?: Watch },
): Promise<void> {
  const subject = (watch ?? becomes)?.id ?? null;
  return recordChange(store, turn, at, { action, subject, before: factsOf(watch), after: factsOf(becomes) });
}

const factsOf = (watch: Watch | undefined): AuditFacts | null =>
  watch
    ? {
        conditions: Object.keys(conditionsOf(watch)).join(' '),
        owner: watch.ownerId,
        pausedUntil: watch.pausedUntil === null ? null : new Date(watch.pausedUntil).toISOString(),
      }
    : null;
