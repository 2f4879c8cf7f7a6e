import { PartnerCenterError } from '../../partnerCenter/partnerCenterError';
import type { EventClaim } from '../../storage/event';
import { isNewsTopic } from './isNewsTopic';

const firstRetryMs = 2_000;
const dayMs = 86_400_000;

/** How long what an event is about is tried to be read, and how long the longest wait between two tries is, in ms. */
const patience = {
  /** After so long the regular looks have seen what it was about. */
  looks: { endMs: dayMs, longestMs: 300_000 },
  /** Nothing else tells of it: time enough for a role that is missing, or an account that has to be connected anew. */
  news: { endMs: 7 * dayMs, longestMs: 3_600_000 },
  /** It may only not be visible yet. */
  unseenNews: { endMs: dayMs, longestMs: 3_600_000 },
} as const;

/**
 * How long to wait before a read that failed is tried again, in ms; undefined where it is given up.
 * @param now ms since the epoch
 */
export function retryTime(
  { topic, attempts, receivedAt }: EventClaim,
  error: unknown,
  now: number,
): number | undefined {
  const kind = error instanceof PartnerCenterError ? error.kind : undefined;
  const isNews = isNewsTopic(topic);
  if (kind === 'invalid' || (kind === 'notFound' && !isNews)) return undefined;
  const { endMs, longestMs } = patience[!isNews ? 'looks' : kind === 'notFound' ? 'unseenNews' : 'news'];
  if (now - receivedAt > endMs) return undefined;
  return Math.min(longestMs, firstRetryMs * 2 ** (attempts - 1));
}
