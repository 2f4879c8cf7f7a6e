import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Store } from '../storage/store';

const intervalMs = 3_600_000;

/** Erases audit entries that are older than `retentionMs`, at the start and then every hour; no failure ends it. */
export function createAuditRetention({
  store,
  clock,
  log,
  retentionMs,
}: {
  store: Store;
  clock: Clock;
  log: Log;
  /** `RETENTION_DAYS`, in ms. */
  retentionMs: number;
}): { run(signal: AbortSignal): Promise<void> } {
  const round = async () => {
    const erased = await store.audit.erase(clock.now() - retentionMs);
    if (erased > 0) log.info({ erased }, 'old audit entries erased');
  };
  return {
    async run(signal) {
      while (!signal.aborted) {
        await round().catch((error: unknown) => log.error({ err: error }, 'old audit entries cannot be erased'));
        await clock.sleep(intervalMs, signal);
      }
    },
  };
}
