import { z } from 'zod/v4';
import { command } from './command';
import { startWatch } from './startWatch';
import { sayings } from './sayings';

/** `watch`: every new incoming referral becomes a card in this conversation. */
export const watchCommand = command({
  name: 'watch',
  title: 'watch',
  description: 'Posts a card here for every new referral.',
  example: 'watch',
  ...sayings.watch,
  changesState: true,
  needs: ['referrals'],
  parameters: z.object({}),
  run: (turn, _parameters, desk) => startWatch(turn, desk),
});
