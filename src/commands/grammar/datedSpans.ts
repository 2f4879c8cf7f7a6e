import { grammarNumbers as words } from '../../locales/grammarNumbers';
import { dayOf, monthsOf, yearAndMonth, type Span } from './calendar';
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
    const dated = years.map((year) => ({ said: joined(said, year, 0), date: dayOf(year.value, month, number) }));
    const nearest = nearestYears(context)
      .map((year) => dayOf(year, month, number))
      .find((date) => isMeant(date, context));
    return [...dated, { said, date: nearest }].flatMap((one) =>
      one.date === undefined ? [] : [withSpan(one.said, spanOf(one.date))],
    );
  });
};

const nearestYears = ({ today, lean }: DateContext): number[] => {
  const { year } = yearAndMonth(today);
  return lean === 'past'
    ? [year, year - 1, year - 2, year - 3, year - 4]
    : [year, year + 1, year + 2, year + 3, year + 4];
};

const isMeant = (date: number | undefined, { today, lean }: DateContext): boolean =>
  date !== undefined && (lean === 'past' ? date <= today : date >= today);

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
      .map((unit) => joined(relative, unit, yearAndMonth(today).year + relative.value)),
  );
}

const readBareYear: ReadSpan = (tokens, at, context) =>
  /^\d/.test(tokens[at]?.word ?? '')
    ? readYear(tokens, at, context).map((said) => withSpan(said, monthsOf(said.value, 1, 12)))
    : [];

/** 2026-03-31, 2026-03, 31.3.2026, 3/31/2026. */
const readNumeric: ReadSpan = (tokens, at, { monthFirst }) => {
  const word = tokens[at]?.word ?? '';
  const iso = /^(20\d\d)-(\d\d?)(?:-(\d\d?))?$/.exec(word);
  if (iso && !iso[3])
    return Number(iso[2]) <= 12 ? [{ value: monthsOf(Number(iso[1]), Number(iso[2]), 1), length: 1, slips: 0 }] : [];
  const local = /^(\d\d?)[./-](\d\d?)[./-](20\d\d)$/.exec(word);
  const [year, a, b] = iso ? [iso[1], iso[3], iso[2]] : [local?.[3], local?.[1], local?.[2]];
  if (!year) return [];
  const swap = !iso && (Number(b) > 12 || (monthFirst && word.includes('/') && Number(a) <= 12));
  const date = dayOf(Number(year), Number(swap ? a : b), Number(swap ? b : a));
  return date === undefined ? [] : [{ value: spanOf(date), length: 1, slips: 0 }];
};

/** Days and stretches with a name of their own: "Q3", "March 2026", "1st of March", "2026", "2026-03-31". */
export const datedSpans: readonly ReadSpan[] = [readQuarter, readMonth, readDate, readBareYear, readNumeric];
