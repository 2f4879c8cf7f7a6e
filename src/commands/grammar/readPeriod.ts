import type { DateTime } from 'luxon';
import { grammarNumbers as words } from '../../locales/grammarNumbers';
import type { Span, Unit } from './calendar';
import type { DateContext } from './dateVocabulary';
import { readSpan } from './readSpan';
import type { Token } from './tokens';
import { phrasesOf, type Said, Vocabulary, vocabularyOf } from './vocabulary';

/** A stretch of days that may be open at an end, inclusive. */
export interface Period {
  from?: DateTime;
  to?: DateTime;
}

const openEnded: readonly (readonly [Vocabulary<true>, (span: Span) => Period])[] = [
  [phrasesOf(words.since.filter((word) => word !== 'from')), ({ first }) => ({ from: first })],
  [phrasesOf(words.after), ({ last }) => ({ from: last.plus({ days: 1 }) })],
  [phrasesOf(words.before), ({ first }) => ({ to: first.minus({ days: 1 }) })],
  [phrasesOf(words.until), ({ last }) => ({ to: last })],
];
const during = phrasesOf(words.during);
const between = phrasesOf(words.between);
const join = phrasesOf(words.betweenJoin);
const within = phrasesOf(words.within);
const units = vocabularyOf(words.units) as Vocabulary<Unit>;

/** The single words of periods, for the spelling. */
export const periodWords = (): string[] =>
  [during, between, within, ...openEnded.map(([lead]) => lead)].flatMap((part) => part.words());

/** "last month", "in Q3", "since 1 March", "between March and May", "until 30 June", "within 3 days". */
export function readPeriod(tokens: readonly Token[], at: number, context: DateContext): Said<Period>[] {
  const open = openEnded.flatMap(([lead, periodOf]) => led(lead, tokens, at, context, periodOf));
  const exact = led(during, tokens, at, context, ({ first, last }) => ({ from: first, to: last }));
  return [...open, ...exact, ...readBetween(tokens, at, context), ...readWithin(tokens, at, context)];
}

const led = (
  lead: Vocabulary<true>,
  tokens: readonly Token[],
  at: number,
  context: DateContext,
  periodOf: (span: Span) => Period,
): Said<Period>[] =>
  lead.at(tokens, at).flatMap((said) =>
    readSpan(tokens, at + said.length, context).map((span) => ({
      value: periodOf(span.value),
      length: said.length + span.length,
      slips: said.slips + span.slips,
    })),
  );

function readBetween(tokens: readonly Token[], at: number, context: DateContext): Said<Period>[] {
  return between.at(tokens, at).flatMap((lead) =>
    readSpan(tokens, at + lead.length, context).flatMap((first) => {
      const middle = at + lead.length + first.length;
      return join.at(tokens, middle).flatMap((and) =>
        readSpan(tokens, middle + and.length, context).flatMap((last) => {
          const from = beginning(first.value.first, last.value.last);
          if (from === undefined) return [];
          const length = lead.length + first.length + and.length + last.length;
          const slips = lead.slips + first.slips + and.slips + last.slips;
          return [{ value: { from, to: last.value.last }, length, slips }];
        }),
      );
    }),
  );
}

/** "October to December 2025": the year of the end is that of the beginning, or the one after it. */
function beginning(from: DateTime, to: DateTime): DateTime | undefined {
  const yearBefore = from.minus({ years: 1 });
  return from <= to ? from : yearBefore <= to ? yearBefore : undefined;
}

/** "within 3 days", "in two weeks": from today on; only where the future is meant. */
function readWithin(tokens: readonly Token[], at: number, { today, lean }: DateContext): Said<Period>[] {
  if (lean === 'past') return [];
  return within.at(tokens, at).flatMap((lead) => {
    const count = tokens[at + lead.length]?.word ?? '';
    const number = /^\d{1,3}$/.test(count) ? Number(count) : words.counts.findIndex((word) => word === count);
    if (number < 0) return [];
    return units.at(tokens, at + lead.length + 1).map((unit) => ({
      value: { from: today, to: today.plus({ [unit.value]: number }) },
      length: lead.length + 1 + unit.length,
      slips: lead.slips + unit.slips,
    }));
  });
}
