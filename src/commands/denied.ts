import type { Desk } from './desk';
import type { Turn } from './turn';

/** Notes in the audit trail that a person was denied something. */
export async function denied(turn: Turn, desk: Desk, action: string): Promise<void> {
  turn.log.warn({ action }, 'denied');
  await desk.store.audit.append({
    at: desk.clock.now(),
    actorId: turn.person.id,
    actorName: turn.person.name,
    action,
    subject: null,
    conversationId: turn.conversation.id,
    before: null,
    after: null,
    outcome: 'denied',
    referenceId: turn.referenceId,
    requestIds: [],
  });
}
