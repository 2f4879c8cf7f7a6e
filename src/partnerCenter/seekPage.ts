import { z } from 'zod/v4';

/** A page of a CSP collection. `totalCount` counts this page and is not a total. */
export const seekPageSchema = z.looseObject({
  items: z.array(z.unknown()).nullish(),
  continuationToken: z.string().nullish(),
  links: z
    .looseObject({
      next: z
        .looseObject({ headers: z.array(z.looseObject({ key: z.string(), value: z.string() })).nullish() })
        .nullish(),
    })
    .nullish(),
});

export type SeekPage = z.infer<typeof seekPageSchema>;

/**
 * The token for the next page, which travels in the header `MS-ContinuationToken`; undefined at the end, which is where
 * there is no `links.next`. The link itself is never followed.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers
 */
export function seekToken({ links, continuationToken }: SeekPage): string | undefined {
  if (!links?.next) return undefined;
  const header = links.next.headers?.find(({ key }) => key.toLowerCase() === 'ms-continuationtoken');
  return (header?.value ?? continuationToken) || undefined;
}
