import { z } from 'zod/v4';
import { readTypedConditions } from '../commands/typedConditions';
import { watchToChange } from '../commands/watchToChange';
import { watchView } from '../commands/watchView';
import { newsWords } from '../locales/newsWords';
import { watchWords as words } from '../locales/watchWords';
import { canonicalConditions, watchesReferrals } from '../referrals/watchConditions';
import { cardAction } from './cardAction';
import { changeWatch } from './changeWatch';
import { watchInputs } from './watchInputs';

/** Gives a watch the conditions of the form. */
export const watchEdit = cardAction({
  verb: 'watch.edit',
  needs: [],
  data: z.object({ watchId: z.string().min(1), ...watchInputs }),
  async run(press, { watchId, ...typed }, desk) {
    const watch = await watchToChange(press, desk, watchId, 'watch.edit');
    if (typeof watch === 'string') return watch;
    if (!watchesReferrals(watch)) return newsWords.refused.noForm;
    const read = await readTypedConditions(press, typed);
    if (typeof read === 'string') return read;
    const to = { conditions: canonicalConditions(read) };
    const changed = await changeWatch(press, desk, { action: 'watch.edit', watch, to });
    if (!changed) return words.refused.same;
    press.log.info({ watch: watchId }, 'watch changed');
    return watchView(press, desk, changed, words.one.saved);
  },
});
