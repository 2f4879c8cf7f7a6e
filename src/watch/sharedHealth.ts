import { z } from 'zod/v4';
import type { Clock } from '../lib/clock';
import type { Store } from '../storage/store';
import { leaderLease, type Leadership } from './leadership';
import type { WatchHealth } from './watchHealth';

const noteSchema = z.object({
  lastSuccessAt: z.number().optional(),
  stalledSince: z.number().optional(),
  why: z.string().optional(),
  isForbidden: z.boolean().default(false),
});

/** What the leader tells the other processes of its looks at Partner Center. */
export const healthNote = (health: WatchHealth): string => JSON.stringify(health);

/** How the watch is, whichever process looks: this one's own record, or what the leader tells. */
export async function sharedHealth(
  own: WatchHealth,
  leadership: Leadership,
  store: Store,
  clock: Clock,
): Promise<WatchHealth> {
  if (leadership.isLeader()) return own;
  const lease = await store.leases.find(leaderLease);
  // Where nobody leads for a while, our own record says that no look has succeeded.
  if (!lease || lease.heldUntil < clock.now()) return own;
  const { lastSuccessAt, stalledSince, why, isForbidden } = noteSchema.parse(JSON.parse(lease.note));
  return { lastSuccessAt, stalledSince, why, isForbidden };
}
