import { z } from 'zod/v4';
import { recordWatch } from '../commands/recordWatch';
import { watchToChange } from '../commands/watchToChange';
import { watchesView } from '../commands/watchView';
import { endWatch } from '../referrals/endWatch';
import { cardAction } from './cardAction';

/** Ends one watch. Cards that are there stay and are kept up to date. */
export const watchRemove = cardAction({
  verb: 'watch.remove',
  needs: [],
  data: z.object({ watchId: z.string().min(1) }),
  async run(press, { watchId }, desk) {
    const watch = await watchToChange(press, desk, watchId, 'watch.remove');
    if (typeof watch === 'string') return watch;
    const { store, clock } = desk;
    await store.transaction(async (tx) => {
      await endWatch(tx, watch, `removed by ${press.person.id}`, clock.now());
      await recordWatch(tx, press, clock.now(), { action: 'watch.remove', watch });
    });
    press.log.info({ watch: watchId }, 'watch removed');
    return watchesView(press, desk);
  },
});
