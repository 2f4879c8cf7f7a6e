import type { DateTime } from 'luxon';
import { grammarNumbers as words } from '../../locales/grammarNumbers';
import type { Span, Unit } from './calendar';
import { monthNames, weekdayNames } from './calendarNames';
import type { Token } from './tokens';
import { phrasesOf, type Said, Vocabulary, vocabularyOf } from './vocabulary';

/** What dates are read against. */
export interface DateContext {
  /** Its midnight in UTC. */
  today: DateTime;
  /** Whether a date without a year is the last one or the next one. */
  lean: 'past' | 'future';
  /** 3/4 is 4 March. */
  monthFirst: boolean;
}

/** Reads a stretch of days at a place of a text. */
export type ReadSpan = (tokens: readonly Token[], at: number, context: DateContext) => Said<Span>[];

/** The words that dates are made of. */
export const dateVocabulary = {
  today: new Vocabulary(Object.entries(words.today)),
  units: vocabularyOf(words.units) as Vocabulary<Unit>,
  relative: new Vocabulary<number>([
    ...words.this.map((word) => [word, 0] as const),
    ...words.last.map((word) => [word, -1] as const),
    ...words.next.map((word) => [word, 1] as const),
  ]),
  counts: new Vocabulary(words.counts.map((word, count) => [word, count] as const)),
  quarters: new Vocabulary(words.quarters.flatMap((names, at) => names.map((name) => [name, at * 3 + 1] as const))),
  months: new Vocabulary(monthNames),
  weekdays: new Vocabulary(weekdayNames),
  of: phrasesOf(words.of),
  yearToDate: phrasesOf(words.yearToDate),
};

/** The single words of dates, for the spelling. */
export const dateWords = (): string[] => Object.values(dateVocabulary).flatMap((part) => part.words());

/** One day. */
export const spanOf = (date: DateTime): Span => ({ first: date, last: date });
/** The same words with a span for their value. */
export const withSpan = (said: Said<unknown>, value: Span): Said<Span> => ({ ...said, value });
/** Two stretches of words, one behind the other, with a value. */
export const joined = <V>(a: Said<unknown>, b: Said<unknown>, value: V): Said<V> => ({
  value,
  length: a.length + b.length,
  slips: a.slips + b.slips,
});
