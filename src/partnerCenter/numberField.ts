import { z } from 'zod/v4';

const written = z
  .string()
  .trim()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number);

/**
 * A number that may be missing; the documented line items of one-time purchases write theirs as strings (`"14.4"`).
 * https://learn.microsoft.com/en-us/partner-center/developer/get-invoiceline-items
 */
export const numberField = z.union([z.number(), written]).nullish().catch(undefined);
