import { markdownText } from '../cards/text/markdownText';
import { watchWords as words } from '../locales/watchWords';
import type { Watch } from '../storage/store';
import type { Desk } from './desk';
import type { Turn } from './turn';

/**
 * The watch of this conversation that somebody wants to change, or a sentence that says why they may not: only its owner and
 * administrators may. A denial is written into the audit trail.
 */
export async function watchToChange(turn: Turn, desk: Desk, watchId: string, action: string): Promise<Watch | string> {
  const watch = await watchHere(turn, desk, watchId);
  if (!watch) return words.refused.ended;
  if (watch.ownerId === turn.person.id || (await turn.may('administer'))) return watch;
  const { person, conversation, referenceId, log } = turn;
  log.warn({ action, watch: watchId }, 'denied');
  await desk.store.audit.append({
    at: desk.clock.now(),
    actorId: person.id,
    actorName: person.name,
    action,
    subject: watchId,
    conversationId: conversation.id,
    before: null,
    after: { reason: 'owner' },
    outcome: 'denied',
    referenceId,
    requestIds: [],
  });
  return `${words.refused.owner(markdownText(watch.ownerName, 100))} (Reference ${referenceId})`;
}

/** A watch that runs in this conversation. */
export async function watchHere({ conversation }: Turn, { store }: Desk, watchId: string): Promise<Watch | undefined> {
  return (await store.watches.allIn(conversation.id)).find(({ id }) => id === watchId);
}
