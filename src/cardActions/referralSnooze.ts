import { z } from 'zod/v4';
import { referralMessage } from '../cards/referralMessage';
import { createFormats } from '../cards/text/formats';
import { warningWords as words } from '../locales/warningWords';
import { NeedsInputError } from '../referrals/needsInputError';
import { recordReferral } from '../referrals/recordReferral';
import { awaitsAnybody, dealDeadline } from '../referrals/sharedDeal';
import { snoozeDays, snoozeTime } from '../referrals/snoozeTime';
import { cardAction } from './cardAction';
import { dateInput } from './inputs';
import { readPressed } from './readPressed';
import { recordPress } from './recordPress';

/** Puts off the reminders of a referral in this conversation; whoever presses has to be able to read the referral. */
export const referralSnooze = cardAction({
  verb: 'referral.snooze',
  needs: ['referrals'],
  data: z.object({ referralId: z.string().min(1), until: dateInput }),
  async run(press, { referralId, until }, desk) {
    if (!until) throw new NeedsInputError(words.untilMissing);
    const { conversation, person } = press;
    // The day is that of everybody who reads it there.
    const timeZone = conversation.timeZone ?? press.timeZone ?? null;
    const referral = await readPressed(press, desk, referralId);
    const now = desk.clock.now();
    const read = await recordReferral(desk.store, referral, { now, by: person.id });
    if (!awaitsAnybody(read)) {
      return referralMessage(await recordPress(press, desk, referral), conversation, now, desk);
    }
    const formats = createFormats(press.locale, timeZone ?? undefined, now);
    const deadlineAt = dealDeadline(read, desk.responseDays)?.at;
    const days = snoozeDays(now, deadlineAt, timeZone);
    if (!days || (days.last && until > days.last))
      throw new NeedsInputError(words.tooLate(formats.moment(deadlineAt ?? now)));
    if (until < days.first) throw new NeedsInputError(words.tooEarly);
    const snoozedUntil = snoozeTime(until, timeZone);
    const notice = words.snoozed(person.name, formats.day(snoozedUntil));
    // A personal chat is nobody else's business.
    const entry = await recordPress(press, desk, referral, conversation.kind === 'personal' ? {} : { notice });
    await desk.store.transaction(async (tx) => {
      await tx.warnings.begin(referralId, conversation.id, now);
      const row = await tx.warnings.find(referralId, conversation.id);
      if (row) await tx.warnings.save({ ...row, snoozedUntil, lookAt: now });
    });
    press.log.info({ referral: referralId }, 'reminders put off');
    return referralMessage({ ...entry, notice }, conversation, now, desk);
  },
});
