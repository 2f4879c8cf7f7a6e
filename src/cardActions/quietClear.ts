import { z } from 'zod/v4';
import { quietHoursCard } from '../cards/quietHoursCard';
import { quietWords as words } from '../locales/quietWords';
import { rescheduleWaiting } from '../referrals/rescheduleWaiting';
import { cardAction } from './cardAction';

/** Ends the quiet hours of this conversation. */
export const quietClear = cardAction({
  verb: 'quiet.clear',
  needs: [],
  data: z.object({}),
  async run({ conversation, log }, _data, { store, clock }) {
    await store.transaction(async (tx) => {
      await tx.quietHours.clear(conversation.id);
      await rescheduleWaiting(tx, conversation.id, clock.now());
    });
    log.info({ conversation: conversation.id }, 'quiet hours cleared');
    return quietHoursCard({ hours: undefined, timeZone: conversation.timeZone, note: words.cleared });
  },
});
