import { z } from 'zod/v4';
import { startWatch } from '../commands/startWatch';
import { cardAction } from './cardAction';

/** The greeting's button: the same as typing `watch`. */
export const watchStart = cardAction({
  verb: 'watch.start',
  needs: ['referrals'],
  data: z.object({}),
  run: (press, _data, desk) => startWatch(press, desk),
});
