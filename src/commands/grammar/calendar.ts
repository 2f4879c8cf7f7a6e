/** Days since 1970-01-01, and the calendar around them. A span is inclusive at both ends. */
export interface Span {
  first: number;
  last: number;
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const dayMs = 86_400_000;

/** The day that a date is, undefined for one that does not exist; `month` is 1 to 12. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / dayMs : undefined;
}

/** `YYYY-MM-DD`. */
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The day that it is at a moment (ms, UTC) in a time zone (IANA), UTC where that is missing or unknown. */
export function todayIn(timeZone: string | undefined, now: number): number {
  try {
    const local = new Intl.DateTimeFormat('en-CA', { timeZone: timeZone ?? 'UTC' }).format(now);
    return Date.parse(`${local}T00:00:00Z`) / dayMs;
  } catch {
    return Math.floor(now / dayMs);
  }
}

/** The year and month (1 to 12) of a day. */
export function yearAndMonth(day: number): { year: number; month: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => new Date(day * dayMs).getUTCDay();

const firstOfMonth = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / dayMs;

/** The months from one to another of a year; more than 12 lies in the next year. */
export const monthsOf = (year: number, from: number, count: number): Span => ({
  first: firstOfMonth(year, from),
  last: firstOfMonth(year, from + count) - 1,
});

/** The day, week (from Monday), month, quarter or year that holds a day, or another one `offset` from there. */
export function unitAround(unit: Unit, day: number, offset: number): Span {
  const { year, month } = yearAndMonth(day);
  if (unit === 'day') return { first: day + offset, last: day + offset };
  if (unit === 'week') {
    const monday = day - ((weekdayOf(day) + 6) % 7) + offset * 7;
    return { first: monday, last: monday + 6 };
  }
  if (unit === 'month') return monthsOf(year, month + offset, 1);
  if (unit === 'quarter') return monthsOf(year, Math.floor((month - 1) / 3) * 3 + 1 + offset * 3, 3);
  return monthsOf(year + offset, 1, 12);
}

/** The day some units after a day, or before it; 31 January plus a month is the last of February. */
export function shiftDay(day: number, unit: Unit, count: number): number {
  if (unit === 'day' || unit === 'week') return day + count * (unit === 'week' ? 7 : 1);
  const months = count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12);
  const { year, month } = yearAndMonth(day);
  const { first, last } = monthsOf(year, month + months, 1);
  return Math.min(first + new Date(day * dayMs).getUTCDate() - 1, last);
}
