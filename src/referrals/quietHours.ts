import { DateTime } from 'luxon';

/** Hours of each day in which a conversation wants no new cards and reminders: `HH:MM`, as its clocks show them. */
export interface QuietHours {
  from: string;
  /** Not after `from` where they last over midnight. */
  until: string;
}

/** One stretch of quiet hours, ms since the epoch; the end does not belong to it. */
export interface QuietPeriod {
  from: number;
  until: number;
}

/**
 * The quiet hours that a moment lies in; undefined where it lies in none. An hour that the clocks leave out in spring begins
 * when they have been put forward, and one that they show twice in autumn counts the first time.
 * @param timeZone IANA; UTC where it is absent or unknown
 * @param at ms since the epoch
 */
export function quietPeriod(hours: QuietHours, timeZone: string | null, at: number): QuietPeriod | undefined {
  const inZone = DateTime.fromMillis(at, { zone: timeZone ?? 'utc' });
  const today = (inZone.isValid ? inZone : DateTime.fromMillis(at, { zone: 'utc' })).startOf('day');
  const days = hours.until <= hours.from ? [today.minus({ days: 1 }), today] : [today];
  for (const day of days) {
    const from = onDay(day, hours.from);
    const until = onDay(hours.until <= hours.from ? day.plus({ days: 1 }) : day, hours.until);
    if (from <= at && at < until) return { from, until };
  }
  return undefined;
}

/**
 * Until when something has to wait; undefined where it need not, also because the referral ends before the quiet hours do.
 * @param deadlineAt ms since the epoch; undefined where no date is known
 * @param now what has ended by then can wait
 */
export function quietUntil(
  period: QuietPeriod | undefined,
  deadlineAt: number | undefined,
  now: number,
): number | undefined {
  const endsMeanwhile = deadlineAt !== undefined && deadlineAt > now && deadlineAt <= (period?.until ?? 0);
  return period && !endsMeanwhile ? period.until : undefined;
}

function onDay(day: DateTime, time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
}
