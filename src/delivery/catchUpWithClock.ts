import { clockToleranceMs } from '../storage/clockTolerance';
import type { Store } from '../storage/store';

/** What became due just after the latest that was noted, in ms. */
const notedLateMs = 1_000;

/**
 * At the start of a process: if the clock was set back since the one before it, what was due by then is due now, and what Teams asked
 * to wait for ends as much earlier. A process that runs sees to that itself.
 * @param now ms since the epoch
 */
export async function catchUpWithClock(store: Store, now: number): Promise<void> {
  const before = (await store.sends.lastAt()) ?? now;
  if (before - now <= clockToleranceMs) return;
  await store.outbox.clockSetBack(before + notedLateMs, now);
  await store.sends.clockSetBack(before, now);
}
