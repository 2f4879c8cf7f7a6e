import { grammarWords } from '../../locales/grammarWords';
import { filters, filterWords, type FilterName } from './filters';
import { Spelling } from './spelling';

/** What the grammar needs of a command's declaration. */
export interface Sayable {
  phrases: readonly string[];
  filters?: readonly FilterName[];
  changesState: boolean;
  asksFor?: 'customer';
}

/** A part of a phrase. */
export type Part =
  | { kind: 'word'; word: string; synonyms: readonly string[] }
  /** A name: free text. One that follows a connector ("for") may look like anything. */
  | { kind: 'name'; parameter: string; connected: boolean }
  | { kind: 'filter'; filter: FilterName };

const synonyms: Readonly<Record<string, readonly string[]>> = grammarWords.synonyms;
const connectors: ReadonlySet<string> = new Set(grammarWords.connectors);
const isFilter = (name: string): name is FilterName => name in filters;

const compiled = new WeakMap<Sayable, readonly (readonly Part[])[]>();

/** The phrases of a declaration, taken apart once. */
export function phrasesOfSaying(saying: Sayable): readonly (readonly Part[])[] {
  const found = compiled.get(saying) ?? saying.phrases.map(partsOf);
  compiled.set(saying, found);
  return found;
}

function partsOf(phrase: string): Part[] {
  const words = phrase.split(' ');
  return words.map((word, at) => {
    const name = /^\{(\w+)\}$/.exec(word)?.[1];
    if (name === undefined) return { kind: 'word', word, synonyms: synonyms[word] ?? [] };
    if (isFilter(name)) return { kind: 'filter', filter: name };
    return { kind: 'name', parameter: name, connected: connectors.has(words[at - 1] ?? '') };
  });
}

/** The names of the free texts that a command takes. */
export const parametersOf = (saying: Sayable): string[] =>
  phrasesOfSaying(saying).flatMap((phrase) => phrase.flatMap((part) => (part.kind === 'name' ? [part.parameter] : [])));

const spellings = new WeakMap<readonly Sayable[], Spelling>();

/** Every word that can be misspelled. */
export function spellingOf(sayings: readonly Sayable[]): Spelling {
  const found = spellings.get(sayings) ?? new Spelling(wordsOf(sayings));
  spellings.set(sayings, found);
  return found;
}

const wordsOf = (sayings: readonly Sayable[]): string[] => [
  ...sayings.flatMap(({ phrases }) =>
    phrases.flatMap((phrase) => phrase.split(' ').filter((word) => !word.startsWith('{'))),
  ),
  ...Object.values(synonyms).flat(),
  ...[grammarWords.politeness, grammarWords.fillers, grammarWords.followUps]
    .flat()
    .flatMap((words) => words.split(' ')),
  ...grammarWords.actions,
  ...grammarWords.neverFirst,
  ...grammarWords.neverInNames,
  ...filterWords(),
];
