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
  own: { health(elsewhereAt?: number): WatchHealth },
  leadership: Leadership,
  store: Store,
  clock: Clock,
): Promise<WatchHealth> {
  if (leadership.isLeader()) return own.health();
  const lease = await store.leases.find(leaderLease);
  if (!lease) return own.health();
  const { lastSuccessAt, stalledSince, why, isForbidden } = noteSchema.parse(JSON.parse(lease.note));
  // For a moment nobody may lead; when that lasts, the last look becomes too long ago.
  if (lease.heldUntil < clock.now()) return own.health(lastSuccessAt);
  return { lastSuccessAt, stalledSince, why, isForbidden };
}
