import { z } from 'zod/v4';
import { watchToChange } from '../commands/watchToChange';
import { watchView } from '../commands/watchView';
import { watchWords as words } from '../locales/watchWords';
import { cardAction } from './cardAction';
import { changeWatch } from './changeWatch';

/** Ends a pause before its day. */
export const watchResume = cardAction({
  verb: 'watch.resume',
  needs: [],
  data: z.object({ watchId: z.string().min(1) }),
  async run(press, { watchId }, desk) {
    const watch = await watchToChange(press, desk, watchId, 'watch.resume');
    if (typeof watch === 'string') return watch;
    const resumed = await changeWatch(press, desk, { action: 'watch.resume', watch, to: { pausedUntil: null } });
    if (!resumed) return words.refused.ended;
    press.log.info({ watch: watchId }, 'watch resumed');
    return watchView(press, desk, resumed, words.one.resumed);
  },
});
