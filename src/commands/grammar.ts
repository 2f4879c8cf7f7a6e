import type { Command } from './command';
import type { Parameters, ReadingContext } from './grammar/filters';
import { Findings } from './grammar/findings';
import { matchPhrase } from './grammar/matchPhrase';
import { phrasesOfSaying, spellingOf, type Part, type Sayable } from './grammar/saying';
import { tokensOf, type Token } from './grammar/tokens';

/** What a text means: a command with its parameters. */
export interface Reading<C extends Sayable = Command> {
  command: C;
  parameters: Parameters;
}

/**
 * Reads what a person typed. Case, punctuation, politeness, plural, synonyms and the order of filters are forgiven; typos
 * where nothing spelled right is as near, and never for a command that changes something.
 */
export function readText<C extends Sayable>(
  text: string,
  commands: readonly C[],
  context: ReadingContext,
): Reading<C> | undefined {
  const tokens = tokensIn(text, commands);
  return tokens && readFindings(new Findings(tokens, context), commands);
}

/** The words of a text, with the known words that misspelled ones are near to; undefined where there is nothing to read. */
export function tokensIn(text: string, commands: readonly Sayable[]): readonly Token[] | undefined {
  const bare = tokensOf(text);
  if (!bare || bare.length === 0) return undefined;
  const spelling = spellingOf(commands);
  return bare.map((token) => ({ ...token, near: spelling.near(token.word) }));
}

/** Reads a text of which the filters are known. */
export function readFindings<C extends Sayable>(findings: Findings, commands: readonly C[]): Reading<C> | undefined {
  let best: (Reading<C> & { cost: number }) | undefined;
  for (const command of commands) {
    const manner = { filters: command.filters ?? [], isStrict: command.changesState };
    for (const phrase of phrasesOfSaying(command)) {
      if (!mayStand(phrase, findings.tokens)) continue;
      const match = matchPhrase(phrase, findings, manner);
      if (match && (!best || match.cost < best.cost)) best = { command, ...match };
    }
  }
  return best && { command: best.command, parameters: best.parameters };
}

/** Whether every word of a phrase occurs in a text at all. */
const mayStand = (phrase: readonly Part[], tokens: readonly Token[]): boolean =>
  phrase.length <= tokens.length &&
  phrase.every(
    (part) =>
      part.kind !== 'word' ||
      tokens.some(({ word, near }) => [word, ...near].some((one) => one === part.word || part.synonyms.includes(one))),
  );
