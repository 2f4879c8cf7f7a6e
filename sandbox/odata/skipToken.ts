import { z } from 'zod/v4';
import { invalidRequest } from '../http/referralsApi';

const validMs = 60 * 60 * 1000;

const contents = z.object({
  issuedAt: z.number(),
  query: z.object({
    select: z.array(z.string()).optional(),
    filter: z.string().optional(),
    orderBy: z.object({ property: z.enum(['createdDateTime', 'updatedDateTime']), descending: z.boolean() }).optional(),
    top: z.number().optional(),
  }),
  /** The sort key of the last referral that was sent. */
  after: z.string(),
});

export type SkipToken = z.output<typeof contents>;

/** An opaque token that alone continues a list. */
export function writeSkipToken(token: SkipToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Reads a token back; refuses one that is not ours or more than an hour old. */
export function readSkipToken(text: string, now: number): SkipToken {
  const token = contents.safeParse(decode(text)).data;
  if (!token || token.issuedAt + validMs < now) {
    throw invalidRequest('The skip token is not valid or has expired.', { target: '$skiptoken' });
  }
  return token;
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
