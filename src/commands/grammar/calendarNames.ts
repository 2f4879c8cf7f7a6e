import { grammarNumbers } from '../../locales/grammarNumbers';
import { monthsOf, yearAndMonth, type Span } from './calendar';
import type { DateContext } from './dateVocabulary';

const namesOf = (count: number, nameAt: (at: number, style: 'long' | 'short') => string): [string, number][] =>
  Array.from({ length: count }, (_, at) => at).flatMap((at) =>
    [...new Set([nameAt(at, 'long'), nameAt(at, 'short')])].map((name): [string, number] => [name, at]),
  );

const { language } = grammarNumbers;

/** The names of the months, long and short, with their numbers, 1 to 12. */
export const monthNames: readonly (readonly [string, number])[] = [
  ...namesOf(12, (at, month) =>
    new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(Date.UTC(2026, at, 1)).toLowerCase(),
  ).map(([name, at]) => [name, at + 1] as const),
  ['sept', 9],
];

/** The names of the weekdays, long and short; Sunday is 0. 1 March 2026 was one. */
export const weekdayNames: readonly (readonly [string, number])[] = namesOf(7, (at, weekday) =>
  new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 2, 1 + at)).toLowerCase(),
);

/** Months without a year: the nearest ones that have begun already, or those that have not ended yet. */
export function nearestMonths(from: number, count: number, { today, lean }: DateContext): Span {
  const { year } = yearAndMonth(today);
  const thisYear = monthsOf(year, from, count);
  if (lean === 'past') return thisYear.first <= today ? thisYear : monthsOf(year - 1, from, count);
  return thisYear.last >= today ? thisYear : monthsOf(year + 1, from, count);
}
