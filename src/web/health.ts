import { Gauge, type Registry } from 'prom-client';
import type { Metrics } from '../lib/metrics';
import type { Store } from '../storage/store';
import type { Poller } from '../watch/poller';
import type { Health } from './healthRoutes';

/** What health is told from. */
export interface HealthParts {
  metrics: Metrics;
  store: Store;
  poller: Pick<Poller, 'health'>;
}

/** Health as `/readyz` and `/metrics` show it. */
export function createHealth({ metrics, store, poller }: HealthParts): Health {
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
  gauge(registry, 'partner_desk_last_look_timestamp_seconds', 'When Partner Center was last read', () =>
    Promise.resolve((poller.health().lastSuccessAt ?? 0) / 1000),
  );
  return {
    async ready() {
      const database = await store.ping().then(
        () => ({ ready: true }),
        () => ({ ready: false, why: 'The database does not answer' }),
      );
      const { lastSuccessAt, stalledSince, why } = poller.health();
      const watch = {
        ready: stalledSince === undefined,
        lastSuccessAt: iso(lastSuccessAt),
        ...(stalledSince === undefined ? {} : { stalledSince: iso(stalledSince), why }),
      };
      return { ready: database.ready && watch.ready, parts: { database, watch } };
    },
    metrics: () => registry.metrics(),
  };
}

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
