import type { Clock } from '../lib/clock';
import type { Metrics } from '../lib/metrics';
import type { Store } from '../storage/store';
import type { WatchHealth } from '../watch/watchHealth';
import { createGauges } from './gauges';
import type { Health } from './healthRoutes';

/** What health is told from. */
export interface HealthParts {
  metrics: Metrics;
  store: Store;
  /** How the watch is, whichever process looks. */
  watch: () => Promise<WatchHealth>;
  /** Whether this process does what goes by the clock. */
  leads: () => boolean;
  clock: Clock;
}

/** Health as `/readyz` and `/metrics` show it. */
export function createHealth({ metrics, store, watch, leads, clock }: HealthParts): Health {
  const { registry } = metrics;
  const setGauges = createGauges(registry);
  const startedAt = clock.now();
  return {
    async ready() {
      const database = await store.ping().then(
        () => ({ ready: true }),
        () => ({ ready: false, why: 'The database does not answer' }),
      );
      const looks = await watch().then(shown, () => ({ ready: false, why: 'The database does not answer' }));
      return { ready: database.ready && looks.ready, parts: { database, watch: looks } };
    },
    async metrics() {
      const [outbox, looks, account] = await Promise.all([store.outbox.depth(), watch(), store.serviceAccounts.find()]);
      setGauges({ now: clock.now(), startedAt, outbox, looks, account, leads: leads() });
      return registry.metrics();
    },
  };
}

const shown = ({ lastSuccessAt, stalledSince, why }: WatchHealth) => ({
  ready: stalledSince === undefined,
  lastSuccessAt: iso(lastSuccessAt),
  ...(stalledSince === undefined ? {} : { stalledSince: iso(stalledSince), why }),
});

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());
