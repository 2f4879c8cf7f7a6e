import { z } from 'zod/v4';
import { invalidProperty } from '../http/partnerCenterApi';

const contents = z.object({ size: z.int(), filter: z.string().nullable(), offset: z.int() });

/** What the next page needs to know. */
export type Continuation = z.output<typeof contents>;

/** The value of the MS-ContinuationToken header. */
export function writeContinuationToken(continuation: Continuation): string {
  return Buffer.from(JSON.stringify(continuation)).toString('base64');
}

/** Reads a token back; refuses what is not ours. */
export function readContinuationToken(text: string | undefined): Continuation {
  const continuation = contents.safeParse(decode(text ?? '')).data;
  if (!continuation) throw invalidProperty('The continuation token is missing or not valid.', ['MS-ContinuationToken']);
  return continuation;
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
