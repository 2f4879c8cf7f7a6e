import { z } from 'zod/v4';
import { quietHoursCard } from '../cards/quietHoursCard';
import { quietWords as words } from '../locales/quietWords';
import { NeedsInputError } from '../referrals/needsInputError';
import { rescheduleWaiting } from '../referrals/rescheduleWaiting';
import { cardAction } from './cardAction';
import { textInput } from './inputs';

/** A time input, `HH:MM`; empty counts as not given. */
const timeInput = textInput(8).refine(
  (time) => time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(time),
  words.notATime,
);

/** Sets the hours in which nothing new is posted in this conversation. */
export const quietSet = cardAction({
  verb: 'quiet.set',
  needs: [],
  data: z.object({ quietFrom: timeInput, quietUntil: timeInput }),
  async run({ conversation, person, log }, { quietFrom: from, quietUntil: until }, { store, clock }) {
    if (!from || !until) throw new NeedsInputError(words.missing);
    if (from === until) throw new NeedsInputError(words.same);
    const hours = { conversationId: conversation.id, from, until, setBy: person.name };
    await store.transaction(async (tx) => {
      await tx.quietHours.set(hours);
      await rescheduleWaiting(tx, conversation.id, clock.now());
    });
    log.info({ conversation: conversation.id, from, until }, 'quiet hours set');
    return quietHoursCard({ hours, timeZone: conversation.timeZone, note: words.done });
  },
});
