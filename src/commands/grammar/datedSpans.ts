import { DateTime } from 'luxon';
import { grammarNumbers as words } from '../../locales/grammarNumbers';
import { monthsOf, type Span } from './calendar';
import { nearestMonths } from './calendarNames';
import {
  dateVocabulary as vocabulary,
  joined,
  spanOf,
  withSpan,
  type ReadSpan,
  type DateContext,
} from './dateVocabulary';
import type { Token } from './tokens';
import type { Said } from './vocabulary';

const readQuarter: ReadSpan = (tokens, at, context) => {
  const leading = readYear(tokens, at, context).flatMap((year) =>
    vocabulary.quarters
      .at(tokens, at + year.length)
      .map((said) => joined(year, said, monthsOf(year.value, said.value, 3))),
  );
  const trailing = vocabulary.quarters.at(tokens, at).flatMap((said) => withYear(said, 3, tokens, at, context));
  return [...leading, ...trailing];
};

const readMonth: ReadSpan = (tokens, at, context) =>
  vocabulary.months.at(tokens, at).flatMap((said) => withYear(said, 1, tokens, at, context));

/** Some months from the one said on, of the year that follows, or of the nearest year in the direction meant. */
function withYear(
  said: Said<number>,
  count: number,
  tokens: readonly Token[],
  at: number,
  context: DateContext,
): Said<Span>[] {
  const of = vocabulary.of.at(tokens, at + said.length)[0]?.length ?? 0;
  const years = readYear(tokens, at + said.length + of, context).map((year) =>
    joined({ ...said, length: said.length + of }, year, monthsOf(year.value, said.value, count)),
  );
  return [...years, withSpan(said, nearestMonths(said.value, count, context))];
}

/** "1 March", "March 1st", "1st of March 2026". */
const readDate: ReadSpan = (tokens, at, context) => {
  const dayFirst = readDayNumber(tokens, at).flatMap((number) => {
    const of = vocabulary.of.at(tokens, at + number.length)[0]?.length ?? 0;
    return vocabulary.months.at(tokens, at + number.length + of).map((month) => ({
      number: number.value,
      month: month.value,
      said: joined({ ...number, length: number.length + of }, month, 0),
    }));
  });
  const monthFirst = vocabulary.months.at(tokens, at).flatMap((month) =>
    readDayNumber(tokens, at + month.length).map((number) => ({
      number: number.value,
      month: month.value,
      said: joined(month, number, 0),
    })),
  );
  return [...dayFirst, ...monthFirst].flatMap(({ number, month, said }) => {
    const years = readYear(tokens, at + said.length, context);
    const dated = years.map((year) => ({ said: joined(said, year, 0), date: DateTime.utc(year.value, month, number) }));
    const nearest = nearestYears(context)
      .map((year) => DateTime.utc(year, month, number))
      .find((date) => isMeant(date, context));
    return [...dated, { said, date: nearest }].flatMap((one) =>
      one.date?.isValid ? [withSpan(one.said, spanOf(one.date))] : [],
    );
  });
};

/** This year, or the next ones in the direction meant: 29 February is not in every year. */
const nearestYears = ({ today, lean }: DateContext): number[] =>
  [0, 1, 2, 3, 4].map((years) => today.year + (lean === 'past' ? -years : years));

const isMeant = (date: DateTime, { today, lean }: DateContext): boolean =>
  date.isValid && (lean === 'past' ? date <= today : date >= today);

function readDayNumber(tokens: readonly Token[], at: number): Said<number>[] {
  const number = Number(words.ordinal.exec(tokens[at]?.word ?? '')?.[1] ?? 0);
  return number > 0 ? [{ value: number, length: 1, slips: 0 }] : [];
}

function readYear(tokens: readonly Token[], at: number, { today }: DateContext): Said<number>[] {
  const word = tokens[at]?.word ?? '';
  if (/^20[0-4]\d$/.test(word)) return [{ value: Number(word), length: 1, slips: 0 }];
  return vocabulary.relative.at(tokens, at).flatMap((relative) =>
    vocabulary.units
      .at(tokens, at + relative.length)
      .filter((unit) => unit.value === 'year')
      .map((unit) => joined(relative, unit, today.year + relative.value)),
  );
}

const readBareYear: ReadSpan = (tokens, at, context) =>
  /^\d/.test(tokens[at]?.word ?? '')
    ? readYear(tokens, at, context).map((said) => withSpan(said, monthsOf(said.value, 1, 12)))
    : [];

const dayMonth = ['d.M.yyyy', 'd-M-yyyy', 'd/M/yyyy'];
const monthDay = ['M/d/yyyy', 'M.d.yyyy', 'M-d-yyyy'];

/** 2026-03-31, 2026-03, 31.3.2026, 3/31/2026. */
const readNumeric: ReadSpan = (tokens, at, { monthFirst }) => {
  const word = tokens[at]?.word ?? '';
  if (!/^[\d./-]{6,10}$/.test(word)) return [];
  const month = DateTime.fromFormat(word, 'yyyy-M', { zone: 'utc' });
  const days = ['yyyy-M-d', ...(monthFirst ? ['M/d/yyyy'] : []), ...dayMonth, ...monthDay]
    .map((format) => DateTime.fromFormat(word, format, { zone: 'utc' }))
    .filter(({ isValid }) => isValid);
  const [span] = [...(month.isValid ? [monthsOf(month.year, month.month, 1)] : []), ...days.map(spanOf)];
  return span && isNear(span) ? [{ value: span, length: 1, slips: 0 }] : [];
};

/** A number that looks like a date of another century is none. */
const isNear = ({ first }: Span): boolean => first.year >= 2000 && first.year < 2100;

/** Days and stretches with a name of their own: "Q3", "March 2026", "1st of March", "2026", "2026-03-31". */
export const datedSpans: readonly ReadSpan[] = [readQuarter, readMonth, readDate, readBareYear, readNumeric];
