import { Gauge, type Registry } from 'prom-client';
import type { Metrics } from '../lib/metrics';
import type { Store } from '../storage/store';
import type { WatchHealth } from '../watch/watchHealth';
import type { Health } from './healthRoutes';

/** What health is told from. */
export interface HealthParts {
  metrics: Metrics;
  store: Store;
  /** How the watch is, whichever process looks. */
  watch: () => Promise<WatchHealth>;
}

/** Health as `/readyz` and `/metrics` show it. */
export function createHealth({ metrics, store, watch }: HealthParts): Health {
  const { registry } = metrics;
  gauge(
    registry,
    'partner_desk_outbox_owed',
    'Cards and edits that are owed to Teams',
    async () => (await store.outbox.depth()).owed,
  );
  gauge(
    registry,
    'partner_desk_outbox_buried',
    'Cards and edits that were given up',
    async () => (await store.outbox.depth()).buried,
  );
  gauge(
    registry,
    'partner_desk_last_look_timestamp_seconds',
    'When Partner Center was last read',
    async () => ((await watch()).lastSuccessAt ?? 0) / 1000,
  );
  return {
    async ready() {
      const database = await store.ping().then(
        () => ({ ready: true }),
        () => ({ ready: false, why: 'The database does not answer' }),
      );
      const looks = await watch().then(shown, () => ({ ready: false, why: 'The database does not answer' }));
      return { ready: database.ready && looks.ready, parts: { database, watch: looks } };
    },
    metrics: () => registry.metrics(),
  };
}

const shown = ({ lastSuccessAt, stalledSince, why }: WatchHealth) => ({
  ready: stalledSince === undefined,
  lastSuccessAt: iso(lastSuccessAt),
  ...(stalledSince === undefined ? {} : { stalledSince: iso(stalledSince), why }),
});

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

function gauge(registry: Registry, name: string, help: string, read: () => Promise<number>): void {
  const registered = new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
  registered.set(0);
}
