import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { quietPeriod } from '../referrals/quietHours';
import type { Conversation, LedgerEntry, Store, Watch } from '../storage/store';

/**
 * From when on a card that is posted now is late, ms since the epoch: from the creation of its referral, or from the end of the
 * quiet hours in which it was first seen.
 */
export async function lateFrom(
  { quietHours }: Store,
  { referral, firstSeenAt }: LedgerEntry,
  { id, timeZone }: Conversation,
  now: number,
): Promise<number> {
  const createdAt = serviceTimeMs(referral.createdDateTime) ?? firstSeenAt;
  const hours = await quietHours.find(id);
  const heldUntil = hours && quietPeriod(hours, timeZone, firstSeenAt)?.until;
  return heldUntil !== undefined && heldUntil <= now ? Math.max(createdAt, heldUntil) : createdAt;
}

/**
 * How late a card was posted, in ms: never negative, although Partner Center's clock may differ. Undefined for one that is older
 * than the watch: a person asked for it, so nothing was late.
 */
export function eventLagMs(entry: LedgerEntry, watch: Watch, from: number, postedAt: number): number | undefined {
  return entry.firstSeenAt < watch.startedAt ? undefined : Math.max(0, postedAt - from);
}
