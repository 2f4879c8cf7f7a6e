import { referralWords as words } from '../locales/referralWords';
import type { AnswerDeadline } from '../referrals/expiry';
import type { Formats } from './text/formats';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long is left to answer: "13 days left", and until when: "(by 4 Dec, estimated)". */
export interface TimeLeft {
  urgency: 'calm' | 'soon' | 'urgent';
  left: string;
  until: string;
}

/** Soon is three days or less, urgent is a day or less. Calendar days down to two, then whole hours, then minutes. */
export function timeLeft(deadline: AnswerDeadline, now: number, formats: Formats): TimeLeft {
  const ms = deadline.at - now;
  const { days, hours, minutes, over } = words.left;
  if (ms <= 0) {
    return { urgency: 'urgent', left: over, until: words.was(formats.moment(deadline.at), deadline.estimated) };
  }
  const urgency = ms <= dayMs ? 'urgent' : ms <= 3 * dayMs ? 'soon' : 'calm';
  const count = (unitMs: number) => formats.number(Math.max(1, Math.floor(ms / unitMs)));
  const left =
    ms >= 2 * dayMs
      ? days(formats.number(formats.daysUntil(deadline.at)))
      : ms >= hourMs
        ? hours(count(hourMs))
        : minutes(count(60_000));
  // A day is exact enough while days are left; later the hour counts.
  const when = ms >= 2 * dayMs ? formats.day(deadline.at) : formats.moment(deadline.at);
  return { urgency, left, until: words.by(when, deadline.estimated) };
}
