import { z } from 'zod/v4';
import { watchHere } from '../commands/watchToChange';
import { watchView } from '../commands/watchView';
import { watchWords as words } from '../locales/watchWords';
import { cardAction } from './cardAction';

/** One watch with everything about it. */
export const watchShow = cardAction({
  verb: 'watch.show',
  needs: [],
  data: z.object({ watchId: z.string().min(1) }),
  async run(press, { watchId }, desk) {
    const watch = await watchHere(press, desk, watchId);
    return watch ? watchView(press, desk, watch) : words.refused.ended;
  },
});
