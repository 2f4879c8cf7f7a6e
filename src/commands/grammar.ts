import { distance } from 'fastest-levenshtein';
import { grammarWords } from '../locales/grammarWords';
import type { Command } from './command';

/** What a text means: a command with its parameters, as typed. */
export interface Reading {
  command: Command;
  parameters: Record<string, string>;
}

type Pass = 'exact' | 'forgiving';

/**
 * Reads what a person typed. Case, punctuation, politeness, plural and synonyms are forgiven always; typos only where
 * no exact form matches, and never for a command that changes something.
 */
export function readText(text: string, commands: readonly Command[]): Reading | undefined {
  const words = withoutPoliteness(wordsOf(text));
  for (const pass of ['exact', 'forgiving'] as const) {
    const readings = commands
      .filter((command) => pass === 'exact' || !command.changesState)
      .flatMap((command) => command.phrases.map((phrase) => match(command, phrase.split(' '), words, pass)))
      .filter((found) => found !== undefined);
    const best = readings.toSorted((a, b) => b.literals - a.literals)[0];
    if (best) return best.reading;
  }
  return undefined;
}

/** Words as typed, without the punctuation around them; quotes and a possessive 's fall away. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/<at>.*?<\/at>/g, ' ')
    .replace(/['’]s(?=\s|$)/gu, ' ')
    .split(/[\s\u00a0]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}?&(]+|[^\p{L}\p{N}?)&]+$/gu, '').replace(/(?<=.)\?+$/u, ''))
    .filter(Boolean);
}

function withoutPoliteness(words: readonly string[]): string[] {
  const { politeness, afterthoughts } = grammarWords;
  let rest = [...words];
  for (let found = true; found && rest.length > 1;) {
    const lead = politeness
      .map((p) => p.split(' '))
      .find((p) => p.length < rest.length && same(p, rest.slice(0, p.length)));
    const tail = afterthoughts
      .map((p) => p.split(' '))
      .find((p) => p.length < rest.length && same(p, rest.slice(-p.length)));
    rest = rest.slice(lead?.length ?? 0, rest.length - (tail?.length ?? 0));
    found = lead !== undefined || tail !== undefined;
  }
  return rest;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ').toLowerCase();

function match(command: Command, phrase: readonly string[], words: readonly string[], pass: Pass) {
  const parameters: Record<string, string> = {};
  const slots = phrase.filter((part) => part.startsWith('{')).length;
  const length = slots ? words.length - (phrase.length - slots) : 0;
  if (slots > 1 || (slots ? length < 1 : words.length !== phrase.length)) return undefined;
  let at = 0;
  for (const part of phrase) {
    if (part.startsWith('{')) {
      parameters[part.slice(1, -1)] = words.slice(at, at + length).join(' ');
      at += length;
    } else if (!isWord(words[at++] ?? '', part, pass)) return undefined;
  }
  return { reading: { command, parameters }, literals: phrase.length - slots };
}

function isWord(typed: string, meant: string, pass: Pass): boolean {
  const word = typed.toLowerCase();
  const synonyms: Readonly<Record<string, readonly string[]>> = grammarWords.synonyms;
  if (word === meant || synonyms[meant]?.includes(word)) return true;
  // One slip in a word of four letters or more, two in a long one.
  const slips = meant.length >= 8 ? 2 : meant.length >= 4 ? 1 : 0;
  return pass === 'forgiving' && slips > 0 && distance(word, meant) <= slips;
}
