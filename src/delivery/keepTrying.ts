import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';

/** Waits before a commit is tried again, in ms: without it, what Teams has would be sent once more. */
const waitsMs = [500, 2_000];

/** Commits what was sent; rejects when the database still fails after some tries. */
export async function keepTrying<T>(clock: Clock, log: Log, commit: () => Promise<T>): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await commit();
    } catch (error) {
      log.warn({ err: error }, 'what was sent could not be saved yet');
      await clock.sleep(waitMs);
    }
  }
  return commit();
}
