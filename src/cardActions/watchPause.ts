import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { pauseDays, watchView } from '../commands/watchView';
import { watchToChange } from '../commands/watchToChange';
import { watchWords as words } from '../locales/watchWords';
import { cardAction } from './cardAction';
import { changeWatch } from './changeWatch';
import { dateInput } from './inputs';
import { NeedsInputError } from '../referrals/needsInputError';

/** Pauses a watch until the beginning of a day, where it is read. */
export const watchPause = cardAction({
  verb: 'watch.pause',
  needs: [],
  data: z.object({ watchId: z.string().min(1), pauseUntil: dateInput }),
  async run(press, { watchId, pauseUntil }, desk) {
    if (!pauseUntil) throw new NeedsInputError(words.one.untilMissing);
    const watch = await watchToChange(press, desk, watchId, 'watch.pause');
    if (typeof watch === 'string') return watch;
    const { first, last } = pauseDays(press, desk.clock.now());
    if (pauseUntil < first) throw new NeedsInputError(`${words.inputs.pauseUntil} ${words.refused.tooEarly}.`);
    if (pauseUntil > last) throw new NeedsInputError(`${words.inputs.pauseUntil} ${words.refused.tooLate}.`);
    const pausedUntil = dayStart(pauseUntil, press.timeZone);
    const paused = await changeWatch(press, desk, { action: 'watch.pause', watch, to: { pausedUntil } });
    if (!paused) return words.refused.ended;
    press.log.info({ watch: watchId }, 'watch paused');
    return watchView(press, desk, paused);
  },
});

/** ms since the epoch; UTC where the zone is absent or unknown. */
function dayStart(day: string, timeZone: string | undefined): number {
  const inZone = DateTime.fromISO(day, { zone: timeZone ?? 'utc' });
  return (inZone.isValid ? inZone : DateTime.fromISO(day, { zone: 'utc' })).startOf('day').toMillis();
}
