import { plainText } from './plainText';

/**
 * Text from outside for a TextBlock or a fact, both of which read Markdown: nothing in it becomes formatting, a link, a
 * list or a client-side date, and each of its lines stays a line.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
export function markdownText(text: string | null | undefined): string {
  return plainText(text).split('\n').filter(Boolean).map(escapeLine).join('\n\n');
}

// Not every phone takes every escape, so only what would be read as Markdown is escaped.
const escapeLine = (line: string): string =>
  line
    .replace(/[\\*[\]`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~|<(?=[\p{L}/!?])|&(?=#|\p{L}+;)/gu, '\\$&')
    .replace(/(?<=\{)\{(?=(?:DATE|TIME)\()/g, '\\{')
    .replace(/^(#|>|[-+=](?=\s|$|[-+=]))/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
