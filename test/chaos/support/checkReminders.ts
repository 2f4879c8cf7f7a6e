import type { Store } from '../../../src/storage/store';
import { remindersDue } from './arrivals';
import type { ReportedRun } from './report';
import type { Scene } from './scene';
import type { SentCard } from './sentCards';

/** A reminder that was read for before a decision may reach Teams so much after it, in ms. */
const onTheWayMs = 8_000;

/** What falls due when a reminder is drawn already is a stage of its own; it may reach Teams so much later, in ms. */
const underWayMs = 2_000;

/** No reminder missed, none twice but for the window, none after a decision. */
export async function checkReminders(
  { sandbox, channels }: Scene,
  store: Store,
  sent: readonly SentCard[],
  { ids, found, counts }: ReportedRun,
): Promise<void> {
  for (const [index, referralId] of ids.entries()) {
    const referral = sandbox.world.referrals.find(referralId);
    const ended = sandbox.world.referrals.history(referralId).find(({ how }) => how !== 'arrived');
    const deadlineAt = Date.parse(String(referral?.expirationDateTime));
    const decidedAt = ended && ended.how !== 'expired' ? Date.parse(ended.at) : Infinity;
    for (const { id, name } of channels) {
      const what = `Customer ${index + 1} in ${name}`;
      const row = await store.warnings.find(referralId, id);
      const mine = sent.filter((card) => card.number === index + 1 && card.conversationId === id && card.isReminder);
      counts.reminders += mine.length;
      counts.remindersInWindow += mine.filter(({ isInWindow }) => isInWindow).length;
      const due = remindersDue(row?.postedAt ?? 0, deadlineAt);
      const certain = mine.filter(({ isInWindow }) => !isInWindow);
      for (const [place, { at }] of certain.entries()) {
        if (due.filter((time) => time <= at).length <= place)
          found.push(`${what}: ${place + 1} reminders before that many were due`);
      }
      const expiries = certain.filter(({ text }) => text.includes('Expired: nobody answered'));
      if (expiries.length > 1) found.push(`${what}: told ${expiries.length} times that it expired`);
      for (const { at } of certain) {
        const next = mine.find((other) => other.at > at);
        if (next && !due.some((time) => time > at - underWayMs && time <= next.at))
          found.push(`${what}: two reminders of one stage, at ${new Date(at).toISOString()} and the one after`);
      }
      if (row && ended?.how === 'expired' && !mine.some(({ at }) => at >= deadlineAt))
        found.push(`${what}: nothing said that it expired`);
      const late = mine.filter(({ at, text }) => at > decidedAt + onTheWayMs && !text.includes('could not be asked'));
      if (late.length > 0) found.push(`${what}: ${late.length} reminders after the decision`);
    }
  }
}
