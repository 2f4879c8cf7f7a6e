import type { AuditEntry } from '../../storage/auditEntry';
import type { Desk } from '../desk';
import type { Turn } from '../turn';

/** What became of a file. */
export interface FileRecord {
  /** `export.invoices`. */
  action: string;
  subject: string | null;
  outcome: 'done' | 'denied' | 'failed';
  facts: AuditEntry['after'];
}

/** Writes into the audit trail what became of a file that somebody wanted. */
export async function recordFile(
  { person, conversation, referenceId, log }: Turn,
  { store, clock }: Desk,
  { action, subject, outcome, facts }: FileRecord,
): Promise<void> {
  log.info({ action, outcome, ...facts }, 'file');
  await store.audit.append({
    at: clock.now(),
    actorId: person.id,
    actorName: person.name,
    action,
    subject,
    conversationId: conversation.id,
    before: null,
    after: facts,
    outcome,
    referenceId,
    requestIds: [],
  });
}
