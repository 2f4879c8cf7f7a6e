import type { z } from 'zod/v4';
import type { Answer } from './call';
import { PartnerCenterError } from './partnerCenterError';

/** The body in its documented shape. Throws a PartnerCenterError of kind `unexpectedAnswer` when it has another. */
export function parseAnswer<T>(schema: z.ZodType<T>, { json, facts }: Answer): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'body').join(', ');
  throw new PartnerCenterError(`The answer to ${facts.call} has another shape at: ${where}`, {
    ...facts,
    kind: 'unexpectedAnswer',
  });
}
