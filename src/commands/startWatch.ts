import { createFormats } from '../cards/text/formats';
import { watchStartedCard } from '../cards/watchStartedCard';
import { conditionTexts, conditionsLine } from '../cards/watchTexts';
import { accountWords } from '../locales/accountWords';
import { canonicalConditions, conditionsOf, isPaused, type WatchConditions } from '../referrals/watchConditions';
import type { Watch } from '../storage/store';
import type { Desk } from './desk';
import { openReferrals } from './openReferrals';
import { recordWatch } from './recordWatch';
import type { Answer, Turn } from './turn';
import { noRoomSentence } from './watchRoom';

/**
 * Starts a watch in this conversation, owned by the person. Their own token must be able to read referrals: nobody sees
 * through the service account's eyes what Partner Center would not show them.
 */
export async function startWatch(turn: Turn, desk: Desk, conditions: WatchConditions = {}): Promise<Answer> {
  const { store, clock } = desk;
  const { conversation, person } = turn;
  const text = canonicalConditions(conditions);
  const noRoom = await noRoomSentence(store, conversation.id, text);
  if (noRoom) return noRoom;
  const open = await openReferralIds(turn, desk, conditions);
  // Whatever exists already is first seen before the watch begins, so only what comes later is new to it.
  await desk.lookNow().catch((error: unknown) => turn.log.warn({ err: error }, 'no look before the watch began'));
  const owner = { ownerId: person.id, ownerName: person.name };
  const wanted = { id: desk.newId(), conversationId: conversation.id, ...owner, conditions: text };
  const { watch, started } = await store.transaction(async (tx) => {
    const begun = await tx.watches.start({ ...wanted, startedAt: clock.now() });
    if (begun.started) await recordWatch(tx, turn, clock.now(), { action: 'watch.start', becomes: begun.watch });
    return begun;
  });
  const cards = await Promise.all(
    open.map(async (id) => [...(await store.cards.ofReferral(id)), ...(await store.folded.ofReferral(id))]),
  );
  const olderOpen = cards.filter((of) => !of.some((card) => card.conversationId === conversation.id)).length;
  turn.log.info({ conversation: conversation.id, watch: watch.id, started, olderOpen }, 'watch');
  return startedCard(turn, desk, watch, { olderOpen, again: !started });
}

async function startedCard(
  { locale, timeZone }: Turn,
  { clock, watching }: Desk,
  watch: Watch,
  facts: { olderOpen: number; again: boolean },
): Promise<Answer> {
  const now = clock.now();
  const formats = createFormats(locale, timeZone, now);
  const conditions = conditionsOf(watch);
  const { kind } = await watching.state();
  return watchStartedCard({
    watchId: watch.id,
    conditions: conditionTexts(conditions, formats).length > 0 ? conditionsLine(conditions, formats) : '',
    pausedUntil: isPaused(watch, now) ? formats.day(watch.pausedUntil ?? now) : undefined,
    needs: kind === 'sandbox' || kind === 'working' ? undefined : accountWords.watchNeeds[kind],
    ...facts,
  });
}

async function openReferralIds(turn: Turn, desk: Desk, conditions: WatchConditions): Promise<string[]> {
  const ids: string[] = [];
  for await (const { referrals } of openReferrals(turn, desk, [conditions])) ids.push(...referrals.map(({ id }) => id));
  return ids;
}
