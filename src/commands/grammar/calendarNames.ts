import { Info } from 'luxon';
import { grammarNumbers } from '../../locales/grammarNumbers';
import { monthsOf, type Span } from './calendar';
import type { DateContext } from './dateVocabulary';

const { language: locale } = grammarNumbers;

/** Names, long and short, each once, with their places from 1 on. */
const numbered = (namesOf: (style: 'long' | 'short') => string[]): [string, number][] => [
  ...new Map(
    [namesOf('long'), namesOf('short')].flatMap((names) =>
      names.map((name, at) => [name.toLowerCase(), at + 1] as const),
    ),
  ),
];

/** The names of the months, long and short, with their numbers, 1 to 12. */
export const monthNames: readonly (readonly [string, number])[] = [
  ...numbered((style) => Info.months(style, { locale })),
  ...Object.entries(grammarNumbers.months),
];

/** The names of the weekdays, long and short; Monday is 1. */
export const weekdayNames: readonly (readonly [string, number])[] = numbered((style) =>
  Info.weekdays(style, { locale }),
);

/** Months without a year: the nearest ones that have begun already, or those that have not ended yet. */
export function nearestMonths(from: number, count: number, { today, lean }: DateContext): Span {
  const thisYear = monthsOf(today.year, from, count);
  if (lean === 'past') return thisYear.first <= today ? thisYear : monthsOf(today.year - 1, from, count);
  return thisYear.last >= today ? thisYear : monthsOf(today.year + 1, from, count);
}
