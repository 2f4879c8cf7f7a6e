import type { z } from 'zod/v4';
import type { Log } from '../lib/log';

/** The items of a list that can be used; one that cannot costs a warning, not the whole list. */
export function parseItems<T>(schema: z.ZodType<T>, items: readonly unknown[], call: string, log: Log): T[] {
  return items.flatMap((item) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) return [parsed.data];
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'item').join(', ');
    log.warn({ call, where }, 'an item of a list could not be read and is left out');
    return [];
  });
}
