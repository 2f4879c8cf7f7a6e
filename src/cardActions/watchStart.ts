import { z } from 'zod/v4';
import { startWatch } from '../commands/startWatch';
import { readTypedConditions } from '../commands/typedConditions';
import { cardAction } from './cardAction';
import { watchInputs } from './watchInputs';

/** The greeting's button, without conditions, and the form's: the same as typing `watch`. */
export const watchStart = cardAction({
  verb: 'watch.start',
  needs: ['referrals'],
  data: z.object(watchInputs),
  async run(press, typed, desk) {
    const conditions = await readTypedConditions(press, typed);
    return typeof conditions === 'string' ? conditions : startWatch(press, desk, conditions);
  },
});
