import { watchWords } from '../locales/watchWords';
import type { Store } from '../storage/store';

/** More watches in one conversation than this cannot be told apart on one card. */
const mostWatches = 15;

/** Why no watch with these conditions can begin there; undefined where it can, or runs already. */
export async function noRoomSentence(
  { watches }: Store,
  conversationId: string,
  conditions: string,
): Promise<string | undefined> {
  const running = await watches.allIn(conversationId);
  const isFull = running.length >= mostWatches && !running.some((watch) => watch.conditions === conditions);
  return isFull ? watchWords.refused.full(String(mostWatches)) : undefined;
}
