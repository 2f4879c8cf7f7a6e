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

/** What of the time left is shown; while this stays the same, so do the words and the colour. */
export interface ShownTime {
  urgency: TimeLeft['urgency'];
  unit: 'days' | 'hours' | 'lastHour' | 'over';
  /** Calendar days or whole hours. */
  count: number;
}

/**
 * Soon is three days or less, urgent is a day or less. Calendar days down to two, then whole hours: no minutes, because a card
 * would have to be edited every minute to stay true.
 */
export function shownTime(deadlineAt: number, now: number, formats: Pick<Formats, 'daysUntil'>): ShownTime {
  const ms = deadlineAt - now;
  if (ms <= 0) return { urgency: 'urgent', unit: 'over', count: 0 };
  const urgency = ms <= dayMs ? 'urgent' : ms <= 3 * dayMs ? 'soon' : 'calm';
  if (ms >= 2 * dayMs) return { urgency, unit: 'days', count: formats.daysUntil(deadlineAt) };
  const hours = Math.floor(ms / hourMs);
  return { urgency, unit: hours > 0 ? 'hours' : 'lastHour', count: hours };
}

/** The time left in words, as {@link shownTime} says. */
export function timeLeft(deadline: AnswerDeadline, now: number, formats: Formats): TimeLeft {
  const { urgency, unit, count } = shownTime(deadline.at, now, formats);
  const left = words.left[unit](formats.number(count));
  // A day is exact enough while days are left; later the hour counts.
  const when = unit === 'days' ? formats.day(deadline.at) : formats.moment(deadline.at);
  return { urgency, left, until: words[unit === 'over' ? 'was' : 'by'](when, deadline.estimated) };
}
