import { z } from 'zod/v4';
import { watchFormCard } from '../cards/watchFormCard';
import { watchToChange } from '../commands/watchToChange';
import { newsWords } from '../locales/newsWords';
import { conditionsOf, watchesReferrals } from '../referrals/watchConditions';
import { cardAction } from './cardAction';

/** The form for conditions: an empty one, or that of a watch that is to be changed. */
export const watchForm = cardAction({
  verb: 'watch.form',
  needs: [],
  data: z.object({ watchId: z.string().min(1).optional() }),
  async run(press, { watchId }, desk) {
    if (!watchId) return watchFormCard({ conditions: {} });
    const watch = await watchToChange(press, desk, watchId, 'watch.form');
    if (typeof watch === 'string') return watch;
    return watchesReferrals(watch)
      ? watchFormCard({ conditions: conditionsOf(watch), watchId })
      : newsWords.refused.noForm;
  },
});
