import type { Clock } from '../../lib/clock';
import type { Log } from '../../lib/log';
import { PartnerCenterError } from '../../partnerCenter/partnerCenterError';
import type { Store } from '../../storage/store';
import type { Work } from '../leadership';
import { ensureRegistration, type Registration, type RegistrationDeps } from './registration';
import { noteRegistration } from './webhookStanding';

export interface RegistrarDeps extends RegistrationDeps {
  store: Store;
  clock: Clock;
  log: Log;
}

/** How often the registration is looked at, and how soon again after a failure at first, in ms. */
const checkEveryMs = 3_600_000;
const firstRetryMs = 60_000;
const longestRetryMs = 600_000;
const callTimeoutMs = 20_000;

/** Keeps webhooks registered, and asks for a test event where none has come for an hour: so it is known whether they come. */
export function createRegistrar(deps: RegistrarDeps): Work {
  const { store, clock, log } = deps;
  let failures = 0;
  let said = '';

  async function round(signal: AbortSignal): Promise<void> {
    try {
      const found = await ensureRegistration(deps, { signal, timeoutMs: callTimeoutMs });
      failures = 0;
      await noteRegistration(store, found);
      say(found);
      if (found.state === 'ours') await askForEvent(signal);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      log.warn({ err: error }, 'webhooks cannot be registered; Partner Center is asked at the interval');
      await noteRegistration(store, { state: 'unknown', why: inWords(error) });
    }
  }

  function say(found: Registration): void {
    if (JSON.stringify(found) === said) return;
    said = JSON.stringify(found);
    if (found.state === 'ours') return log.info('webhooks are registered');
    const command = 'npm run doctor -- --replace-webhook';
    log.warn({ ...found, command }, 'another registration of webhooks is there and stays; the command replaces it');
  }

  async function askForEvent(signal: AbortSignal): Promise<void> {
    const heardAt = (await store.events.lastReceivedAt()) ?? -Infinity;
    if (clock.now() - heardAt < checkEveryMs) return;
    await deps.partnerCenter
      .requestTestEvent(deps.tokens, { signal, timeoutMs: callTimeoutMs })
      .catch((error: unknown) => log.warn({ err: error }, 'no test event can be had'));
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        await round(signal).catch((error: unknown) => log.error({ err: error }, 'webhooks cannot be looked after'));
        const wait = failures > 0 ? Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)) : checkEveryMs;
        await clock.sleep(wait, signal);
      }
    },
  };
}

/** For an administrator: what kind of failure it is, never what the upstream said. */
function inWords(error: unknown): string {
  if (!(error instanceof PartnerCenterError)) return 'it failed inside Partner Desk; the log says more';
  const { call, status } = error.facts;
  return `${error.kind} at ${call}${status === undefined ? '' : ` (HTTP ${status})`}`;
}
