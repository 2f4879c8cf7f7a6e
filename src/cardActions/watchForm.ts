import { z } from 'zod/v4';
import { watchFormCard } from '../cards/watchFormCard';
import { watchToChange } from '../commands/watchToChange';
import { conditionsOf } from '../referrals/watchConditions';
import { cardAction } from './cardAction';

/** The form for conditions: an empty one, or that of a watch that is to be changed. */
export const watchForm = cardAction({
  verb: 'watch.form',
  needs: [],
  data: z.object({ watchId: z.string().min(1).optional() }),
  async run(press, { watchId }, desk) {
    if (!watchId) return watchFormCard({ conditions: {} });
    const watch = await watchToChange(press, desk, watchId, 'watch.form');
    return typeof watch === 'string' ? watch : watchFormCard({ conditions: conditionsOf(watch), watchId });
  },
});
