import { z } from 'zod/v4';
import { cutText } from '../cards/text/cutText';
import { oneLine, plainText } from '../cards/text/plainText';
import { dialogWords as words } from '../locales/dialogWords';
import { messageText } from './messageText';

const text = z.string().nullish().catch(undefined);
const named = z.looseObject({ displayName: text }).nullish().catch(undefined);

// https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
const messageSchema = z
  .looseObject({
    subject: text,
    createdDateTime: text,
    from: z.looseObject({ user: named, application: named }).nullish().catch(undefined),
    body: z.looseObject({ contentType: text, content: text }).nullish().catch(undefined),
  })
  .catch({});

/** As many as the form takes. */
const longestNotes = 2000;

/** A Teams message as notes: its words in quotation marks, who wrote them, and when; '' where it has none. */
export function messageNotes(message: unknown): string {
  const { subject, createdDateTime, from, body } = messageSchema.parse(message ?? {});
  const content = body?.content ?? '';
  const said = plainText(body?.contentType === 'text' ? content : messageText(content));
  const quoted = [oneLine(subject), said].filter(Boolean).join('\n');
  if (!quoted) return '';
  const author = oneLine(from?.user?.displayName) || oneLine(from?.application?.displayName) || words.nobody;
  const source = words.quoted(cutText(author, 100), momentOf(createdDateTime));
  return `“${cutText(quoted, longestNotes - source.length - 3)}”\n${source}`;
}

/** "2026-11-20 14:30 UTC": notes are read years later, anywhere. */
function momentOf(iso: string | null | undefined): string {
  const written = Date.parse(iso ?? '');
  return Number.isNaN(written) ? '' : `${new Date(written).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
