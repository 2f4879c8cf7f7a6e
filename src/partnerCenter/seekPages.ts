import { z } from 'zod/v4';
import type { Answer, Call } from './call';
import { isCollection } from './isCollection';
import { parseAnswer } from './parseAnswer';
import type { CallOptions } from './partnerCenter';
import { PartnerCenterError } from './partnerCenterError';
import type { TokenSource } from './tokenSource';

/** A CSP collection. */
export interface SeekList {
  /** For logs and errors. */
  name: string;
  path: string;
  /** `name=value`, encoded; asked for again with every page. */
  query: readonly string[];
}

/** A page of it. The service's `totalCount` counts the page and is not a total, so it is left out. */
export interface SeekPage {
  items: unknown[];
  hasMore: boolean;
}

const header = z.looseObject({ key: z.string(), value: z.string() });
const pageSchema = z
  .looseObject({
    items: z.array(z.unknown()).nullish(),
    continuationToken: z.string().nullish(),
    links: z.looseObject({ next: z.looseObject({ headers: z.array(header).nullish() }).nullish() }).nullish(),
  })
  .refine(isCollection, { path: ['items'] });

/**
 * The pages of a CSP collection. The token for the next one travels in the header `MS-ContinuationToken`; the link that comes
 * with it is never followed. The end is where there is no `links.next`.
 * https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers
 * @throws PartnerCenterError of kind `unexpectedAnswer`, also when a next page has no token or one that was used
 */
export async function* seekPages(
  call: Call,
  tokens: TokenSource,
  list: SeekList,
  options?: CallOptions,
): AsyncGenerator<SeekPage, void> {
  const used = new Set<string>();
  let next: Record<string, string> = {};
  for (;;) {
    const query = [...list.query, ...(used.size ? ['seekOperation=Next'] : [])];
    const path = query.length ? `${list.path}?${query.join('&')}` : list.path;
    const spec = { name: list.name, audience: 'partner-center', method: 'GET', path, headers: next } as const;
    const answer = await call(tokens, spec, options);
    const page = parseAnswer(pageSchema, answer);
    const hasMore = Boolean(page.links?.next);
    yield { items: page.items ?? [], hasMore };
    if (!hasMore) return;
    const token = tokenOf(page);
    if (!token || used.has(token)) throw noWayOn(answer);
    used.add(token);
    next = { 'MS-ContinuationToken': token };
  }
}

function tokenOf({ links, continuationToken }: z.infer<typeof pageSchema>): string | null | undefined {
  const found = links?.next?.headers?.find(({ key }) => key.toLowerCase() === 'ms-continuationtoken');
  return found?.value ?? continuationToken;
}

const noWayOn = ({ facts }: Answer): PartnerCenterError =>
  new PartnerCenterError('A next page cannot be reached', { ...facts, kind: 'unexpectedAnswer' });
