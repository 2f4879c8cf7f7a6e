import { grammarWords } from '../../locales/grammarWords';
import type { Token } from './tokens';
import { phrasesOf, type Said, type Vocabulary } from './vocabulary';

const joiners = phrasesOf(grammarWords.joiners);

/** Reads one thing at a place of a text. */
export type ItemReader = (tokens: readonly Token[], at: number) => readonly Said<string>[];

/** Several things in a row, of which one is enough: "US and Canada", "Azure, SQL or Visio". */
export function readList(item: ItemReader, tokens: readonly Token[], at: number): Said<string[]>[] {
  return item(tokens, at)
    .filter(({ length }) => length > 0)
    .flatMap((first) => [{ ...first, value: [first.value] }, ...longer(first, item, tokens, at + first.length)]);
}

function longer(first: Said<string>, item: ItemReader, tokens: readonly Token[], end: number): Said<string[]>[] {
  return joinsAt(tokens, end).flatMap((join) =>
    readList(item, tokens, end + join).map((rest) => ({
      value: [first.value, ...rest.value],
      length: first.length + join + rest.length,
      slips: first.slips + rest.slips,
    })),
  );
}

/** How many words may stand between two things: "and", or none after a comma. */
function joinsAt(tokens: readonly Token[], at: number): number[] {
  const joined = joiners.at(tokens, at).flatMap(({ length, slips }) => (slips === 0 ? [length] : []));
  return tokens[at - 1]?.typed.endsWith(',') ? [0, ...joined] : joined;
}

/** A thing with words before and behind it. */
export const led =
  (lead: Vocabulary<true>, item: ItemReader, end: Vocabulary<true>): ItemReader =>
  (tokens, at) =>
    lead.at(tokens, at).flatMap((before) =>
      item(tokens, at + before.length).flatMap((said) =>
        end.at(tokens, at + before.length + said.length).map((after) => ({
          value: said.value,
          length: before.length + said.length + after.length,
          slips: before.slips + said.slips + after.slips,
        })),
      ),
    );
