import { warningWords as words } from '../locales/warningWords';
import type { SnoozeDays } from '../referrals/snoozeTime';
import { executeAction } from './executeAction';

/** The button that puts off the reminders of a referral, with the day in a form behind it. */
export function snoozeAction(referralId: string, { first, last }: SnoozeDays): Record<string, unknown> {
  const until = {
    type: 'Input.Date',
    id: 'until',
    label: words.until,
    min: first,
    ...(last ? { max: last } : {}),
    isRequired: true,
    errorMessage: words.untilMissing,
  };
  const putOff = executeAction({ title: words.snooze, verb: 'referral.snooze', data: { referralId } });
  return {
    type: 'Action.ShowCard',
    title: words.later,
    card: { type: 'AdaptiveCard', version: '1.5', body: [until], actions: [putOff] },
  };
}
