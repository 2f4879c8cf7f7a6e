import { z } from 'zod/v4';

const code = z.union([z.string(), z.number()]).transform(String);
interface Nested {
  code?: string | undefined;
  innerError?: unknown;
}
const nested: z.ZodType<Nested> = z
  .looseObject({ code: code.optional(), innerError: z.unknown(), innererror: z.unknown() })
  .transform((error) => ({ code: error.code, innerError: error.innerError ?? error.innererror }));

const deepest = 10;

/**
 * The most precise error code of a body: the deepest `innerError` of the referrals API that has one, `code` of the CSP API,
 * which is a number upstream. Undefined where there is none. The messages beside it are developer text and are left alone.
 * https://learn.microsoft.com/en-us/partner-center/developer/referrals-api-response-codes
 */
export function readErrorCode(body: unknown): string | undefined {
  const outer = z.looseObject({ error: z.unknown(), code: code.optional() }).safeParse(body).data;
  let found = outer?.code;
  let inner: unknown = outer?.error;
  for (let depth = 0; depth < deepest && inner !== undefined && inner !== null; depth++) {
    const error = nested.safeParse(inner).data;
    found = error?.code ?? found;
    inner = error?.innerError;
  }
  return found;
}
