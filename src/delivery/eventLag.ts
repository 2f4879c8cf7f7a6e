import { serviceTimeMs } from '../partnerCenter/serviceTime';
import type { LedgerEntry, Watch } from '../storage/store';

/**
 * How long after its referral was created a card was posted, in ms: never negative, although Partner Center's clock may
 * differ. Undefined for one that is older than the watch: a person asked for it, so nothing was late.
 */
export function eventLagMs({ referral, firstSeenAt }: LedgerEntry, watch: Watch, postedAt: number): number | undefined {
  if (firstSeenAt < watch.startedAt) return undefined;
  return Math.max(0, postedAt - (serviceTimeMs(referral.createdDateTime) ?? firstSeenAt));
}
