import type { WatchingState } from '../identity/watchingAccount';
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
  /** The account that watches. */
  account: () => Promise<WatchingState>;
  /** Whether this process does what goes by the clock. */
  leads: () => boolean;
  clock: Clock;
}

/** Health as `/readyz` and `/metrics` show it. */
export function createHealth({ metrics, store, watch, account, leads, clock }: HealthParts): Health {
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
      const connected = await account().then(accountHealth, () => accountHealth(undefined));
      const ready = database.ready && looks.ready && connected.ready;
      return { ready, parts: { database, watch: looks, account: connected } };
    },
    async metrics() {
      const [outbox, looks, kept] = await Promise.all([store.outbox.depth(), watch(), store.serviceAccounts.find()]);
      setGauges({ now: clock.now(), startedAt, outbox, looks, account: kept, leads: leads() });
      return registry.metrics();
    },
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
