import { z } from 'zod/v4';
import { markdownText } from '../cards/text/markdownText';
import { foldWords as words } from '../locales/foldWords';
import { command } from './command';
import type { Desk } from './desk';
import { recordChange } from './recordChange';
import { sayings } from './sayings';
import type { Turn } from './turn';

/** `fold on`: many new referrals at a time come as one card; `fold off`: each as a card of its own. */
export const foldCommand = command({
  name: 'fold',
  title: 'fold on',
  description: 'When more than 20 new referrals wait to be posted here, they come as one card with a button for each.',
  example: 'fold on',
  ...sayings.fold,
  changesState: true,
  needs: [],
  parameters: z.object({ off: z.literal(true).optional() }),
  async run(turn, { off }, desk) {
    if (turn.conversation.kind === 'personal') return words.personal;
    return off ? end(turn, desk) : begin(turn, desk);
  },
});

async function begin(turn: Turn, { store, clock }: Desk): Promise<string> {
  const { conversation, person, log } = turn;
  const { id } = conversation;
  const known = await store.transaction(async (tx) => {
    const before = await tx.folding.find(id);
    if (before) return before;
    await tx.folding.set({ conversationId: id, setBy: person.name });
    const change = { action: 'folding.set', subject: null, before: null, after: {} };
    await recordChange(tx, turn, clock.now(), change);
    return undefined;
  });
  if (known) return words.wasOn(markdownText(known.setBy, 100));
  log.info({ conversation: id }, 'bursts are folded');
  const isWatched = (await store.watches.allIn(id)).length > 0;
  return isWatched ? words.on : `${words.on} ${words.notWatched}`;
}

async function end(turn: Turn, { store, clock }: Desk): Promise<string> {
  const { id } = turn.conversation;
  const ended = await store.transaction(async (tx) => {
    if (!(await tx.folding.clear(id))) return false;
    await recordChange(tx, turn, clock.now(), { action: 'folding.off', subject: null, before: {}, after: null });
    return true;
  });
  if (!ended) return words.wasOff;
  turn.log.info({ conversation: id }, 'bursts are not folded any more');
  return words.off;
}
