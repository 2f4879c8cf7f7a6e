import { grammarWords } from '../../locales/grammarWords';

/** One word of a text. */
export interface Token {
  /** As typed, without the punctuation around it. */
  text: string;
  /** As typed: names are searched for letter by letter, "Contoso, Inc." and "C# Corner" included. */
  typed: string;
  /** Lower case, without a possessive ending; what the grammar compares. Empty within quotes: what is quoted is a name. */
  word: string;
  /** Known words that differ by a slip or two; empty for a known word. */
  near: readonly string[];
}

/** Nobody asks for anything in more words; what is longer is not read. */
const mostCharacters = 400;
const mostTokens = 32;

const quotes = /["“”„«»‹›「」]([^"“”„«»‹›「」]{1,200})["“”„«»‹›「」]|(?<=^|\s)['‘]([^'‘’]{1,200})['’](?=\s|$|[?!.,])/gu;
const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words of a text, without the mention of the bot; undefined when it is too long to be a question. */
export function tokensOf(text: string): Omit<Token, 'near'>[] | undefined {
  if (text.length > mostCharacters * 4) return undefined;
  const plain = text
    .normalize('NFC')
    .replace(/<at[^<>]{0,200}>[^<>]{0,200}<\/at>/g, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? ' ')
    .trim();
  if (plain.length > mostCharacters) return undefined;
  const tokens: Omit<Token, 'near'>[] = [];
  let end = 0;
  for (const found of plain.matchAll(quotes)) {
    tokens.push(...bareTokens(plain.slice(end, found.index)));
    const quoted = trimmed(found[1] ?? found[2] ?? '');
    if (quoted) tokens.push({ text: quoted, typed: quoted, word: '' });
    end = found.index + found[0].length;
  }
  tokens.push(...bareTokens(plain.slice(end)));
  const meant = tokens.length > 1 ? tokens.filter(({ text: word }) => word !== '?') : tokens;
  return meant.length > mostTokens ? undefined : meant;
}

const bareTokens = (text: string): Omit<Token, 'near'>[] =>
  text
    .split(/\s+/u)
    .map((typed) => ({ typed, text: trimmed(typed) }))
    .filter(({ text: word }) => word !== '')
    .map(({ typed, text: word }) => ({ text: word, typed, word: comparable(word) }));

/** Without the punctuation around a word; signs of currencies and comparisons stay, and a `?` that stands alone. */
function trimmed(word: string): string {
  const kept = /[\p{L}\p{N}\p{Sc}<>&]/u;
  const characters = Array.from(word);
  const first = characters.findIndex((character) => kept.test(character) || character === '(');
  if (first < 0) return /^[-–—]$/u.test(word) ? '-' : /^\?+$/.test(word) ? '?' : '';
  const last = characters.findLastIndex((character) => kept.test(character) || /[)+]/.test(character));
  return characters.slice(first, last + 1).join('');
}

function comparable(word: string): string {
  const lower = word
    .toLowerCase()
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[‐‑–—]/gu, '-');
  const { possessive } = grammarWords;
  return lower.endsWith(possessive) ? lower.slice(0, -possessive.length) : lower;
}

/** A name as typed, without the punctuation that ends the sentence and the possessive ending of its last word. */
export function nameOf(tokens: readonly Token[]): string {
  const typed = tokens.map((token) => token.typed).join(' ');
  const text = typed.replace(/^[¿¡,;:]{1,20}/u, '').replace(/(?<![.,;:?!…])[.,;:?!…]{1,20}$/u, '');
  const last = tokens.at(-1);
  return last?.word && /['’]s$/iu.test(last.text) ? text.slice(0, -grammarWords.possessive.length) : text;
}
