import { DateTime } from 'luxon';

/** At which hour of the day, where it is read, a reminder comes that was put off to that day. */
const hour = 9;

/**
 * When a reminder falls due that was put off to a day.
 * @param day `YYYY-MM-DD`
 * @param timeZone IANA; UTC where it is absent or unknown
 * @returns ms since the epoch
 */
export function snoozeTime(day: string, timeZone: string | null): number {
  const inZone = DateTime.fromISO(day, { zone: timeZone ?? 'utc' }).set({ hour });
  return (inZone.isValid ? inZone : DateTime.fromISO(day, { zone: 'utc' }).set({ hour })).toMillis();
}

const iso = (day: DateTime): string => day.toFormat('yyyy-MM-dd');

/** The days that a reminder can be put off to: tomorrow, and the last one on which it still comes before the deadline. */
export interface SnoozeDays {
  /** `YYYY-MM-DD` */
  first: string;
  /** `YYYY-MM-DD`; undefined where no deadline is known. */
  last: string | undefined;
}

/** Those days, or undefined where there is none left. Times are ms since the epoch. */
export function snoozeDays(
  now: number,
  deadlineAt: number | undefined,
  timeZone: string | null,
): SnoozeDays | undefined {
  const dayOf = (ms: number): DateTime => {
    const inZone = DateTime.fromMillis(ms, { zone: timeZone ?? 'utc' });
    return inZone.isValid ? inZone : DateTime.fromMillis(ms, { zone: 'utc' });
  };
  const first = iso(dayOf(now).plus({ days: 1 }));
  if (deadlineAt === undefined) return { first, last: undefined };
  const sameDay = iso(dayOf(deadlineAt));
  const last = snoozeTime(sameDay, timeZone) < deadlineAt ? sameDay : iso(dayOf(deadlineAt).minus({ days: 1 }));
  return first <= last ? { first, last } : undefined;
}
