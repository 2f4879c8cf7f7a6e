import type { Config } from '../config';
import type { Identity } from '../identity/identity';
import type { Clock } from '../lib/clock';
import { newId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import type { Store } from '../storage/store';
import type { Work } from '../watch/leadership';
import type { Poller } from '../watch/poller';
import { createWebhook } from '../watch/webhook/createWebhook';
import { createEventProcessor } from '../watch/webhook/eventProcessor';
import { keepEvents } from '../watch/webhook/keepEvents';
import type { WebhookDoor } from '../watch/webhook/webhookDoor';

interface EventParts {
  config: Config;
  store: Store;
  partnerCenter: PartnerCenter;
  identity: Identity;
  poller: Poller;
  clock: Clock;
  fetch: typeof fetch;
  /** 0 to 1 */
  random: () => number;
  log: Log;
  /** Called when something became owed to Teams. */
  onWork: () => void;
}

/** Where Partner Center's events come in, and who reads again what they are about. */
export interface Events extends Work {
  /** Undefined where webhooks are off; what was kept before is read all the same. */
  door: WebhookDoor | undefined;
}

/**
 * Makes both as the configuration says; every process receives and reads.
 * @throws ConfigError when the file of roots cannot be used
 */
export function createEvents({ config, identity, ...parts }: EventParts): Events {
  const { store, clock, log } = parts;
  const common = { ...parts, tokens: identity.service, newId, now: () => clock.now() };
  const processor = createEventProcessor({ ...common, isFed: config.webhook !== null });
  if (!config.webhook) return { door: undefined, run: (signal) => processor.run(signal) };
  const sink = keepEvents(store, clock, log, () => processor.wake());
  return { door: createWebhook(config.webhook, sink, parts), run: (signal) => processor.run(signal) };
}
