import { cutText } from './cutText';
import { plainText } from './plainText';

/**
 * Text from outside for a TextBlock or a fact, both of which read Markdown: nothing in it becomes formatting, a link, a
 * list or a client-side date, and each of its lines stays a line.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 * @param limit characters to keep, in the unit of {@link cutText}; fewer where escapes would take more than 3 bytes for each
 */
export function markdownText(text: string | null | undefined, limit: number): string {
  const plain = plainText(text);
  for (let kept = limit; ; kept = Math.floor(kept * 0.8)) {
    const escaped = escapeLines(cutText(plain, kept));
    if (kept === Infinity || sizeOf(escaped) <= limit * 3) return escaped;
  }
}

/** Bytes in a card, however they are counted: UTF-16 as Teams does, UTF-8 as it is sent. */
function sizeOf(text: string): number {
  const json = JSON.stringify(text);
  return Math.max(json.length * 2, Buffer.byteLength(json)) - 4;
}

const escapeLines = (text: string): string => text.split('\n').filter(Boolean).map(escapeLine).join('\n\n');

// Not every phone takes every escape, so only what would be read as Markdown is escaped.
const escapeLine = (line: string): string =>
  line
    .replace(/[\\*[\]`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~|<(?=[\p{L}/!?])|&(?=#|\p{L}+;)/gu, '\\$&')
    .replace(/(?<=\{)\{(?=(?:DATE|TIME)\()/g, '\\{')
    .replace(/^(#|>|[-+=](?=\s|$|[-+=]))/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
