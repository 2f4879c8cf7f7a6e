import { createAuthorize } from '../bot/botToken';
import { createConnector, type Connector } from '../bot/connector';
import { createSender } from '../bot/sender';
import type { Config } from '../config';
import type { Sender } from '../delivery/sender';
import { createThrottle, type Throttle } from '../delivery/throttle';
import { newId } from '../lib/ids';
import type { Log } from '../lib/log';
import { createMetrics, type Metrics } from '../lib/metrics';
import { createPartnerCenter } from '../partnerCenter/createPartnerCenter';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import { openStore } from '../storage/openStore';
import { takeProcessLock, type ProcessLock } from '../storage/processLock';
import type { Store } from '../storage/store';
import type { World } from './world';

/** What every part of the product is made from. */
export interface Core extends World {
  config: Config;
  log: Log;
  metrics: Metrics;
  store: Store;
  lock: ProcessLock;
  /** This process, as others on the same database know it. */
  processId: string;
  partnerCenter: PartnerCenter;
  connector: Connector;
  sender: Sender;
  throttle: Throttle;
}

/**
 * Opens the database and makes the ways to Partner Center and to Teams.
 * @throws StorageError when the database cannot be opened, or another process serves it that alone may
 */
export async function createCore(config: Config, log: Log, world: World): Promise<Core> {
  const { clock } = world;
  const { databaseUrl, referralsApiUrl, partnerCenterApiUrl, bot, allowedServiceHosts: allowedHosts } = config;
  const store = await openStore({ databaseUrl, log, clock });
  const lock = await takeProcessLock(databaseUrl).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const metrics = createMetrics();
  const partnerCenter = createPartnerCenter({
    ...world,
    referralsApiUrl,
    partnerCenterApiUrl,
    newId,
    log,
    onAttempt: (attempt) => metrics.attempted(attempt),
  });
  const connector = createConnector(world.fetch, createAuthorize(bot, { ...world, allowedHosts }));
  const sender = createSender(connector);
  const throttle = createThrottle({ clock });
  const ways = { partnerCenter, connector, sender, throttle };
  return { ...world, config, log, metrics, store, lock, processId: newId(), ...ways };
}
