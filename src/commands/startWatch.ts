import { watchStartedCard } from '../cards/watchStartedCard';
import { accountWords } from '../locales/accountWords';
import { referralFilters } from '../referrals/referralFilters';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/**
 * Starts the watch of this conversation, owned by the person. Their own token must be able to read referrals: nobody sees
 * through the service account's eyes what Partner Center would not show them.
 */
export async function startWatch(turn: Turn, desk: Desk): Promise<Answer> {
  const open = await openReferralIds(turn, desk);
  // Whatever exists already is first seen before the watch begins, so only what comes later is new to it.
  await desk.lookNow().catch((error: unknown) => turn.log.warn({ err: error }, 'no look before the watch began'));
  const { started } = await desk.store.watches.start({
    id: desk.newId(),
    conversationId: turn.conversation.id,
    ownerId: turn.person.id,
    ownerName: turn.person.name,
    startedAt: desk.clock.now(),
  });
  const cards = await Promise.all(open.map((id) => desk.store.cards.ofReferral(id)));
  const olderOpen = cards.filter((of) => !of.some((card) => card.conversationId === turn.conversation.id)).length;
  turn.log.info({ conversation: turn.conversation.id, started, olderOpen }, 'watch');
  const { kind } = await desk.watching.state();
  const needs = kind === 'sandbox' || kind === 'working' ? undefined : accountWords.watchNeeds[kind];
  return watchStartedCard({ olderOpen, again: !started, needs });
}

async function openReferralIds(turn: Turn, desk: Desk): Promise<string[]> {
  const ids: string[] = [];
  const query = { filter: referralFilters.unanswered, orderby: 'createdDateTime desc' } as const;
  for await (const page of desk.partnerCenter.listReferrals(turn.tokens, query)) ids.push(...page.map((r) => r.id));
  return ids;
}
