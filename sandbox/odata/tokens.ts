import { invalidRequest } from '../http/referralsApi';

/** A piece of a $filter expression; `value` is a literal already read. */
export type Token =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'word'; value: string }
  | { kind: 'sign'; value: string };

const piece = /\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)(?![\w-])|([A-Za-z_]\w*)|([()/:]))/y;

/** Cuts a $filter expression into tokens; refuses characters that belong to none. */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  piece.lastIndex = 0;
  const end = expression.trimEnd().length;
  while (piece.lastIndex < end) {
    const start = piece.lastIndex;
    const match = piece.exec(expression);
    if (!match) throw invalidRequest(`Syntax error at position ${start} in '${expression}'.`, { target: '$filter' });
    const [, string, number, word, sign] = match;
    if (string !== undefined) tokens.push({ kind: 'string', value: string.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'sign', value: sign ?? '' });
  }
  return tokens;
}
