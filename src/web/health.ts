import { Gauge, type Registry } from 'prom-client';
import type { WatchingState } from '../identity/watchingAccount';
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
  /** The account that watches. */
  account: () => Promise<WatchingState>;
}

/** Health as `/readyz` and `/metrics` show it. */
export function createHealth({ metrics, store, watch, account }: HealthParts): Health {
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
      const connected = await account().then(accountHealth, () => accountHealth(undefined));
      const ready = database.ready && looks.ready && connected.ready;
      return { ready, parts: { database, watch: looks, account: connected } };
    },
    metrics: () => registry.metrics(),
  };
}

/** Without names: whoever reaches the port reads it. */
function accountHealth(state: WatchingState | undefined): { ready: boolean; why?: string } {
  switch (state?.kind) {
    case undefined:
      return { ready: false, why: 'The database does not answer' };
    case 'notConnected':
      return { ready: false, why: 'not connected: an administrator types connect in a personal chat with the bot' };
    case 'ended':
      return { ready: false, why: `ended (${state.account.endedCode ?? state.account.endedWhy}): connect again` };
    case 'unreadable':
      return { ready: false, why: 'the stored sign-in cannot be read with SECRET_TOKEN_KEY' };
    default:
      return { ready: true };
  }
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
