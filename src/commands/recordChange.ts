import type { AuditFacts } from '../storage/auditEntry';
import type { Store } from '../storage/store';
import type { Turn } from './turn';

/** What somebody changed of what comes into a conversation. */
export interface ChangeRecord {
  /** `watch.pause`, `digest.set`. */
  action: string;
  /** The id of the watch; null for what a conversation has once. */
  subject: string | null;
  before: AuditFacts | null;
  after: AuditFacts | null;
}

/**
 * Writes into the audit trail that somebody changed what comes into a conversation.
 * @param store the one of the transaction that changes it
 * @param at ms since the epoch
 */
export function recordChange(
  { audit }: Pick<Store, 'audit'>,
  { person, conversation, referenceId }: Turn,
  at: number,
  change: ChangeRecord,
): Promise<void> {
  return audit.append({
    at,
    actorId: person.id,
    actorName: person.name,
    ...change,
    conversationId: conversation.id,
    outcome: 'done',
    referenceId,
    requestIds: [],
  });
}
