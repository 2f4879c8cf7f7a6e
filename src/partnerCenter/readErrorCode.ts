import { z } from 'zod/v4';

/** As codes are: what is longer, or has other characters, could be a text that the log must not have. */
const code = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[\w.:-]{1,100}$/))
  .optional()
  .catch(undefined);
const bodySchema = z.looseObject({ error: z.unknown(), code });
const errorSchema = z.looseObject({ code, innerError: z.unknown(), innererror: z.unknown() });

const deepest = 10;

/**
 * The most precise error code of a body: the deepest `innerError` of the referrals API that has one (the documentation spells
 * it `innererror` too), `code` of the CSP API, which is a number upstream. Undefined where there is none. The messages beside
 * it are developer text and are left alone.
 * https://learn.microsoft.com/en-us/partner-center/developer/referrals-api-response-codes
 */
export function readErrorCode(body: unknown): string | undefined {
  const outer = bodySchema.safeParse(body).data;
  if (typeof outer?.error === 'string') return code.parse(outer.error);
  let found = outer?.code;
  let error = errorSchema.safeParse(outer?.error).data;
  for (let depth = 0; depth < deepest && error; depth++) {
    found = error.code ?? found;
    error = errorSchema.safeParse(error.innerError ?? error.innererror).data;
  }
  return found;
}
