import { watchCard } from '../cards/watchCard';
import { watchesCard } from '../cards/watchesCard';
import { snoozeDays } from '../referrals/snoozeTime';
import type { Watch } from '../storage/store';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/** The longest pause, in ms. */
const longestPauseMs = 366 * 86_400_000;

/** The days on which a pause that begins now can end. */
export const pauseDays = (turn: Turn, now: number) => {
  const { first } = snoozeDays(now, undefined, turn.timeZone ?? null) ?? { first: '' };
  return { first, last: new Date(now + longestPauseMs).toISOString().slice(0, 10) };
};

/** One watch, as it is now. */
export async function watchView(turn: Turn, desk: Desk, watch: Watch, note?: string): Promise<Answer> {
  const { conversation, locale, timeZone } = turn;
  const now = desk.clock.now();
  const hasOthers = (await desk.store.watches.allIn(conversation.id)).some(({ id }) => id !== watch.id);
  const foldedBy = (await desk.store.folding.find(conversation.id))?.setBy;
  return watchCard({ watch, foldedBy, pauseDays: pauseDays(turn, now), hasOthers, note, now, locale, timeZone });
}

/** Every watch of the conversation; the only one with all about it. */
export async function watchesView(turn: Turn, desk: Desk): Promise<Answer> {
  const { conversation, locale, timeZone } = turn;
  const watches = await desk.store.watches.allIn(conversation.id);
  const [only] = watches;
  if (only && watches.length === 1) return watchView(turn, desk, only);
  const foldedBy = (await desk.store.folding.find(conversation.id))?.setBy;
  return watchesCard({ watches, foldedBy, now: desk.clock.now(), locale, timeZone });
}
