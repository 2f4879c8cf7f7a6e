import { z } from 'zod/v4';
import type { Call } from './call';
import { isCollection } from './isCollection';
import { parseAnswer } from './parseAnswer';
import type { CallOptions } from './partnerCenter';
import type { TokenSource } from './tokenSource';

/** A CSP collection that is paged by `size` and `offset`. */
export interface OffsetList {
  /** For logs and errors. */
  name: string;
  path: string;
  /** `name=value`, encoded; asked for again with every page. */
  query: readonly string[];
  /** How many a page holds at most. */
  size: number;
}

/** A page of it. */
export interface OffsetPage {
  items: unknown[];
  /** That more may follow: only an empty page is a sure end. */
  hasMore: boolean;
}

const pageSchema = z
  .looseObject({
    totalCount: z.number().nullish().catch(undefined),
    items: z.array(z.unknown()).nullish(),
    links: z.looseObject({ next: z.unknown() }).nullish().catch(undefined),
  })
  .refine(isCollection, { path: ['items'] });

/**
 * One page from a zero-based offset. More may follow a full page, a next link, or a `totalCount` beyond the page; a `totalCount`
 * that is no more than the page says nothing, as the service may count only the page.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-collection-of-invoices
 */
export async function offsetPage(
  call: Call,
  tokens: TokenSource,
  list: OffsetList,
  offset: number,
  options?: CallOptions,
): Promise<OffsetPage> {
  const path = `${list.path}?${[...list.query, `size=${list.size}`, `offset=${offset}`].join('&')}`;
  const spec = { name: list.name, audience: 'partner-center', method: 'GET', path } as const;
  const page = parseAnswer(pageSchema, await call(tokens, spec, options));
  const items = page.items ?? [];
  const more = items.length >= list.size || Boolean(page.links?.next) || (page.totalCount ?? 0) > offset + items.length;
  return { items, hasMore: items.length > 0 && more };
}

/** Every page, to the end; a page that only repeats the one before is the end too: such a service gives everything at once. */
export async function* offsetPages(
  call: Call,
  tokens: TokenSource,
  list: OffsetList,
  options?: CallOptions,
): AsyncGenerator<OffsetPage, void> {
  let before = '';
  for (let offset = 0; ;) {
    const page = await offsetPage(call, tokens, list, offset, options);
    const repeated = JSON.stringify(page.items);
    if (page.items.length && repeated === before) return;
    before = repeated;
    yield page;
    if (!page.hasMore) return;
    offset += page.items.length;
  }
}
