import { DateTime } from 'luxon';
import { plainWords } from '../../locales/plainWords';
import { currencyNamed } from '../grammar/currencyNamed';
import { readSpan } from '../grammar/readSpan';
import { type Sayable, spellingOf } from '../grammar/saying';
import { nameOf, type Token } from '../grammar/tokens';

/** A text as a language model sees it. */
export interface ShownText {
  text: string;
  /** What stands for each placeholder, as it was typed. */
  typed: ReadonlyMap<string, string>;
}

const plain: ReadonlySet<string> = new Set(plainWords);

/**
 * Masks a text: every word of it that is not a word of the locale becomes a placeholder such as NAME1, and so does whatever
 * holds a digit or stands in quotes. A misspelled word of the locale is written right.
 */
export function maskText(tokens: readonly Token[], commands: readonly Sayable[]): ShownText {
  const spelling = spellingOf(commands);
  const placeholders = new Map<string, string>();
  const standIn = (kind: string, typed: string): string => {
    const placeholder = placeholders.get(typed) ?? `${kind}${placeholders.size + 1}`;
    placeholders.set(typed, placeholder);
    return placeholder;
  };
  const ours = ({ word }: Token): string | undefined =>
    plain.has(word) || spelling.knows(word) || currencyNamed(word) ? word : undefined;
  const words: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const { kind, length } = hiddenAt(tokens, at, ours);
    const part = tokens.slice(at, at + length);
    const typed = kind === 'NAME' ? nameOf(part) : part.map(({ text }) => text).join(' ');
    words.push(kind ? standIn(kind, typed) : wordsOf(part, ours));
    at += length;
  }
  return { text: words.join(' '), typed: new Map([...placeholders].map(([typed, name]) => [name, typed])) };
}

type Ours = (token: Token) => string | undefined;

const wordsOf = (tokens: readonly Token[], ours: Ours): string =>
  tokens.map((token) => ours(token) ?? token.near[0] ?? '').join(' ');

/** What is to be hidden at a place, over how many tokens; without a kind it may be seen. */
function hiddenAt(tokens: readonly Token[], at: number, ours: Ours): { kind?: string; length: number } {
  const token = tokens[at];
  if (!token) return { length: 1 };
  if (token.word === '') return { kind: kindOf(token.text), length: 1 };
  const date = datedLength(tokens, at);
  if (date > 0 && tokens.slice(at, at + date).some((part) => !ours(part))) return { kind: 'DATE', length: date };
  if (ours(token)) return { length: 1 };
  const kind = kindOf(token.text);
  if (kind === 'NAME' && token.near.length > 0) return { length: 1 };
  const isAlike = (other: Token): boolean =>
    !ours(other) && other.word !== '' && other.near.length === 0 && kindOf(other.text) === kind;
  const end =
    kind === 'NAME' || kind === 'NUMBER' ? tokens.findIndex((other, next) => next > at && !isAlike(other)) : at + 1;
  return { kind, length: (end < 0 ? tokens.length : end) - at };
}

function kindOf(text: string): string {
  if (text.includes('@')) return 'EMAIL';
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}$/u.test(text)) return 'DOMAIN';
  if (/^\p{L}+-?\d|^[0-9a-f]{8}-/iu.test(text)) return 'ID';
  return /\p{N}/u.test(text) ? 'NUMBER' : 'NAME';
}

/** How many words from a place on are a date or a period. */
function datedLength(tokens: readonly Token[], at: number): number {
  const context = { today: DateTime.utc(2026), lean: 'past', monthFirst: false } as const;
  const spans = readSpan(tokens, at, context).filter(({ slips }) => slips === 0);
  return Math.max(0, ...spans.map(({ length }) => length));
}

/** A text as it was typed, for a model that may see it; without the mention of the bot. */
export const shownAsTyped = (tokens: readonly Token[]): ShownText => ({
  text: tokens.map(({ typed, word }) => (word === '' ? `"${typed}"` : typed)).join(' '),
  typed: new Map(),
});
