import { grammarWords } from '../locales/grammarWords';
import { readText, tokensIn } from './grammar';
import type { ReadingContext } from './grammar/filters';
import { Findings } from './grammar/findings';
import { matchPhrase, type Match } from './grammar/matchPhrase';
import { isName } from './grammar/names';
import { phrasesOfSaying, type Sayable } from './grammar/saying';
import type { Token } from './grammar/tokens';

/** How many readings a person can choose from. */
const mostReadings = 3;
/** Nothing is guessed about a text of more words: it is talk. */
const mostGuessedTokens = 16;

/**
 * What somebody may have meant with a text that is no command, likeliest first: texts that are commands. Words that mean
 * nothing are left out, what is a name or a filter alone is asked about, and where nothing is likely it is what works always.
 */
export function likelyReadings(text: string, commands: readonly Sayable[], context: ReadingContext): string[] {
  const tokens = tokensIn(text, commands) ?? [];
  const findings = new Findings(tokens, context);
  const nearest = guesses(findings, commands);
  const leftOut = tokens.filter((_, at) => nearest[0]?.skipped.includes(at) ?? true);
  const likely = [
    ...valued(tokens),
    ...nearest.map(({ guess }) => guess),
    ...filtered(findings, commands),
    ...named(new Findings(withoutFillers(leftOut, context), context), commands, nearest[0]?.command),
  ];
  const readable = [...new Set(likely)].filter((guess) => readText(guess, commands, context));
  return [...readable, ...(readable.length < 2 ? always(commands, readable) : [])].slice(0, mostReadings);
}

interface Guess extends Match {
  command: Sayable;
  guess: string;
}

/** A word that could stand for one of several values, as each of them. */
function valued(tokens: readonly Token[]): string[] {
  const couldMean: Readonly<Record<string, readonly string[]>> = grammarWords.couldMean;
  return tokens.flatMap(({ word }, at) =>
    (couldMean[word] ?? []).map((value) =>
      written(tokens.toSpliced(at, 1, { text: value, typed: value, word: value, near: [] })),
    ),
  );
}

/** The nearest commands when words are left out or, for a command that changes something, spelled right. */
function guesses(findings: Findings, commands: readonly Sayable[]): Guess[] {
  const { tokens } = findings;
  if (tokens.length > mostGuessedTokens) return [];
  return commands
    .flatMap((command) =>
      phrasesOfSaying(command).flatMap((phrase, at) => {
        const words = phrase.filter(({ kind }) => kind === 'word').length;
        // What changes something is offered in its own words, so that nothing in them may be left open.
        const isPlain = command.changesState ? words === phrase.length : words > 0;
        const manner = { filters: command.filters ?? [], isStrict: false, isGuess: true };
        const match = isPlain ? matchPhrase(phrase, findings, manner) : undefined;
        if (!match || match.skipped.length >= tokens.length) return [];
        const kept = tokens.filter((_, index) => !match.skipped.includes(index));
        return [{ ...match, command, guess: command.changesState ? (command.phrases[at] ?? '') : written(kept) }];
      }),
    )
    .toSorted((a, b) => a.cost - b.cost)
    .filter(({ command }, at, all) => all.findIndex((other) => other.command === command) === at);
}

/** "Germany", "last month", "active": asked of what can be asked so. */
function filtered(findings: Findings, commands: readonly Sayable[]): string[] {
  const { tokens } = findings;
  return commands
    .filter(
      ({ filters = [], changesState }) =>
        !changesState && tokens.length > 0 && filters.length > 0 && findings.isFiltersOnly(0, tokens.length, filters),
    )
    .map(({ phrases }) => `${phrases[0] ?? ''} ${written(tokens)}`);
}

/** A name that stands alone or was left over: everything that can be asked about a customer. */
function named(findings: Findings, commands: readonly Sayable[], nearest: Sayable | undefined): string[] {
  const { tokens } = findings;
  if (tokens.length === 0 || !isName(findings, 0, tokens.length, undefined)) return [];
  return commands
    .filter((command) => command === nearest || command.asksFor === 'customer')
    .toSorted((a, b) => Number(b === nearest) - Number(a === nearest))
    .flatMap(({ phrases }) => phrases.find((phrase) => phrase.endsWith(' {customer}')) ?? [])
    .map((phrase) => phrase.replace('{customer}', written(tokens)));
}

/** A name does not begin with "find" or "show me". */
function withoutFillers(tokens: readonly Token[], context: ReadingContext): readonly Token[] {
  const length = Math.max(0, ...new Findings(tokens, context).fillersAt(0, false));
  return length > 0 ? withoutFillers(tokens.slice(length), context) : tokens;
}

const always = (commands: readonly Sayable[], besides: readonly string[]): string[] =>
  commands
    .filter(({ changesState, asksFor }) => !changesState && asksFor === undefined)
    .map(({ phrases }) => phrases[0] ?? '')
    .filter((phrase) => phrase !== '' && !besides.includes(phrase));

const written = (tokens: readonly Token[]): string =>
  tokens.map(({ text, word }) => (word === '' ? `"${text}"` : text)).join(' ');
