import { DateTime } from 'luxon';

/** Days, each as its midnight in UTC. A span is inclusive at both ends. */
export interface Span {
  first: DateTime;
  last: DateTime;
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** `YYYY-MM-DD`. */
export const isoDay = (day: DateTime): string => day.toFormat('yyyy-MM-dd');

/** The day that it is at a moment (ms, UTC) in a time zone (IANA), UTC where that is missing or unknown. */
export function todayIn(timeZone: string | undefined, now: number): DateTime {
  const local = DateTime.fromMillis(now, { zone: timeZone ?? 'utc' });
  const known = local.isValid ? local : DateTime.fromMillis(now, { zone: 'utc' });
  return known.setZone('utc', { keepLocalTime: true }).startOf('day');
}

/** The months from one to another of a year; more than 12 lies in the next year. */
export function monthsOf(year: number, from: number, count: number): Span {
  const first = DateTime.utc(year).plus({ months: from - 1 });
  return { first, last: first.plus({ months: count }).minus({ days: 1 }) };
}

/** The day, week (from Monday), month, quarter or year that holds a day, or another one `offset` from there. */
export function unitAround(unit: Unit, day: DateTime, offset: number): Span {
  const other = day.plus({ [unit]: offset });
  return { first: other.startOf(unit), last: other.endOf(unit).startOf('day') };
}
