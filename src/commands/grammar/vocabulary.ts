import type { Token } from './tokens';

/** Something said in the words of a vocabulary. */
export interface Said<V> {
  value: V;
  /** How many tokens it takes. */
  length: number;
  /** How many of them are misspelled. */
  slips: number;
}

/** Phrases with what they mean, found in a text by their first word. */
export class Vocabulary<V> {
  private readonly byFirst = new Map<string, { words: readonly string[]; value: V }[]>();
  private readonly hasEmpty: V | undefined;

  constructor(entries: Iterable<readonly [phrase: string, value: V]>) {
    for (const [phrase, value] of entries) {
      const words = phrase.split(' ').filter(Boolean);
      const [first] = words;
      if (first === undefined) this.hasEmpty = value;
      else this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { words, value }]);
    }
  }

  /** Every phrase that stands at a place of a text; the phrase `''` stands everywhere. */
  at(tokens: readonly Token[], at: number): Said<V>[] {
    const found: Said<V>[] = this.hasEmpty === undefined ? [] : [{ value: this.hasEmpty, length: 0, slips: 0 }];
    const token = tokens[at];
    if (!token) return found;
    for (const first of [token.word, ...token.near]) {
      for (const { words, value } of this.byFirst.get(first) ?? []) {
        const slips = slipsOf(words, tokens, at);
        if (slips !== undefined) found.push({ value, length: words.length, slips });
      }
    }
    return found;
  }

  /** Its single words, for the spelling. */
  words(): string[] {
    return [...this.byFirst.values()].flat().flatMap(({ words }) => words);
  }
}

/** A vocabulary of values, each with its phrases. */
export const vocabularyOf = (values: Readonly<Record<string, readonly string[]>>): Vocabulary<string> =>
  new Vocabulary(
    Object.entries(values).flatMap(([value, phrases]) => phrases.map((phrase) => [phrase, value] as const)),
  );

/** A vocabulary of phrases that mean the same. */
export const phrasesOf = (phrases: readonly string[]): Vocabulary<true> =>
  new Vocabulary(phrases.map((phrase) => [phrase, true] as const));

function slipsOf(words: readonly string[], tokens: readonly Token[], at: number): number | undefined {
  let slips = 0;
  for (const [offset, word] of words.entries()) {
    const token = tokens[at + offset];
    if (!token || token.word === '') return undefined;
    if (token.word === word) continue;
    if (!token.near.includes(word)) return undefined;
    slips++;
  }
  return slips;
}
