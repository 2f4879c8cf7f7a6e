import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Store } from '../storage/store';

const intervalMs = 3_600_000;
/** How long what was typed is kept once it can no longer be confirmed, in ms: for whoever comes back to it after a holiday. */
const keptMs = 7 * 86_400_000;

/** Erases drafts of referrals that are over, at the start and then every hour; no failure ends it. What was begun stays. */
export function createDraftRetention({ store, clock, log }: { store: Store; clock: Clock; log: Log }): {
  run(signal: AbortSignal): Promise<void>;
} {
  return {
    async run(signal) {
      while (!signal.aborted) {
        await store.drafts
          .forget(clock.now() - keptMs)
          .catch((error: unknown) => log.error({ err: error }, 'old drafts cannot be erased'));
        await clock.sleep(intervalMs, signal);
      }
    },
  };
}
