import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Store } from '../storage/store';

const intervalMs = 3_600_000;

export interface NewsRetentionDeps {
  store: Store;
  clock: Clock;
  log: Log;
  /** `RETENTION_DAYS`, in ms. */
  retentionMs: number;
}

/** Erases what conversations were told of subscriptions and invoices that have not changed for so long, every hour; no failure ends it. */
export function createNewsRetention({ store, clock, log, retentionMs }: NewsRetentionDeps): {
  run(signal: AbortSignal): Promise<void>;
} {
  async function round(signal: AbortSignal): Promise<void> {
    let erased: number;
    do erased = await store.news.forgetOld(clock.now() - retentionMs);
    while (erased > 0 && !signal.aborted);
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        await round(signal).catch((error: unknown) => log.error({ err: error }, 'old news cannot be erased'));
        await clock.sleep(intervalMs, signal);
      }
    },
  };
}
