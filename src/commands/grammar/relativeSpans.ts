import { DateTime } from 'luxon';
import { unitAround } from './calendar';
import { dateVocabulary as vocabulary, joined, spanOf, withSpan, type ReadSpan } from './dateVocabulary';
import type { Token } from './tokens';
import type { Said } from './vocabulary';

const readToday: ReadSpan = (tokens, at, { today }) =>
  vocabulary.today.at(tokens, at).map((said) => withSpan(said, spanOf(today.plus({ days: said.value }))));

const readYearToDate: ReadSpan = (tokens, at, { today }) =>
  vocabulary.yearToDate
    .at(tokens, at)
    .map((said) => withSpan(said, { first: unitAround('year', today, 0).first, last: today }));

/** "this week", "last quarter", "next 30 days", "past three months". */
const readRelative: ReadSpan = (tokens, at, { today }) =>
  vocabulary.relative.at(tokens, at).flatMap((relative) => {
    const next = at + relative.length;
    const plain = vocabulary.units
      .at(tokens, next)
      .map((unit) => joined(relative, unit, unitAround(unit.value, today, relative.value)));
    const counted = readCount(tokens, next).flatMap((count) =>
      vocabulary.units.at(tokens, next + count.length).map((unit) => {
        const other = today.plus({ [unit.value]: relative.value * count.value });
        return joined(joined(relative, count, 0), unit, {
          first: DateTime.min(today, other),
          last: DateTime.max(today, other),
        });
      }),
    );
    return [...plain, ...(relative.value === 0 ? [] : counted)];
  });

const readCount = (tokens: readonly Token[], at: number): Said<number>[] => {
  const word = tokens[at]?.word ?? '';
  return /^\d{1,3}$/.test(word) ? [{ value: Number(word), length: 1, slips: 0 }] : vocabulary.counts.at(tokens, at);
};

/** "Friday", "last Friday". */
const readWeekday: ReadSpan = (tokens, at, { today, lean }) =>
  [{ value: lean === 'past' ? -1 : 1, length: 0, slips: 0 }, ...vocabulary.relative.at(tokens, at)].flatMap(
    (relative) =>
      vocabulary.weekdays.at(tokens, at + relative.length).map((said) => {
        const ahead = (said.value - today.weekday + 7) % 7 || 7;
        const back = (today.weekday - said.value + 7) % 7 || 7;
        const future = relative.value > 0 || (relative.value === 0 && lean === 'future');
        return joined(relative, said, spanOf(today.plus({ days: future ? ahead : -back })));
      }),
  );

/** Days and stretches that are counted from today: "yesterday", "last month", "the next 30 days", "Friday". */
export const relativeSpans: readonly ReadSpan[] = [readToday, readYearToDate, readRelative, readWeekday];
