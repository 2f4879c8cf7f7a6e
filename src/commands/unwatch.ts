import { z } from 'zod/v4';
import { command } from './command';
import { sayings } from './sayings';

/** `unwatch`: no more cards in this conversation. Cards that are there stay and are kept up to date. */
export const unwatchCommand = command({
  name: 'unwatch',
  title: 'unwatch',
  description: 'Stops posting new referrals here.',
  example: 'unwatch',
  ...sayings.unwatch,
  changesState: true,
  needs: [],
  parameters: z.object({}),
  async run(turn, _parameters, desk) {
    const ended = await desk.store.watches.end(turn.conversation.id, `unwatch by ${turn.person.id}`, desk.clock.now());
    turn.log.info({ conversation: turn.conversation.id, ended }, 'unwatch');
    return ended
      ? 'Stopped: new referrals are no longer posted here. The cards that are here stay up to date. Type **watch** to start again.'
      : 'Nothing is being watched here. Type **watch** to start.';
  },
});
