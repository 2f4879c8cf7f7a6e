import { createApplication } from './bot/application';
import { DeskAdapter } from './bot/adapter';
import { createAuthorize } from './bot/botToken';
import { createConnector } from './bot/connector';
import { createReceiver } from './bot/receive';
import { createTeamsKeys } from './bot/teamsKeys';
import { teamsTokenCheck } from './bot/teamsToken';
import { createSender } from './bot/sender';
import { referralMessage } from './cards/referralMessage';
import { CustomerMemory } from './commands/customerMemory';
import type { Desk } from './commands/desk';
import { createLists } from './commands/lists';
import type { Config } from './config';
import { createDispatcher } from './delivery/dispatcher';
import { mayShow } from './watch/mayShow';
import { createThrottle, seedThrottle } from './delivery/throttle';
import type { Identity } from './identity/identity';
import { sandboxServiceTokens, sandboxTokens } from './identity/sandboxTokens';
import { systemClock, type Clock } from './lib/clock';
import { newId } from './lib/ids';
import { InHand } from './lib/inHand';
import type { Log } from './lib/log';
import { createMetrics } from './lib/metrics';
import { createPartnerCenter } from './partnerCenter/createPartnerCenter';
import { openStore } from './storage/openStore';
import { createCardAging } from './watch/cardAging';
import { createAuditRetention } from './watch/auditRetention';
import { createPoller } from './watch/poller';
import { createUnfinishedPresses } from './watch/unfinishedPresses';
import { createHealth } from './web/health';
import { startWeb } from './web/server';

/** A running Partner Desk. */
export interface App {
  /** The port it listens on. */
  port: number;
  /** Finishes or hands back what is in hand, then stops. */
  stop(): Promise<void>;
}

/** The outside world, which a test may bring itself. */
export interface World {
  clock: Clock;
  fetch: typeof fetch;
  random: () => number;
}

const realWorld: World = { clock: systemClock, fetch: (...call) => fetch(...call), random: Math.random };

/** How long stopping waits for what is in hand, in ms; a press that Partner Center hangs on is then left to the next look. */
const stopPatienceMs = 9_500;

/** Without inbound checks anybody who reaches the port could act as anybody, so only this machine may. */
const loopback = '127.0.0.1';

/**
 * Builds everything from its parts, starts to listen, to watch and to deliver.
 * @throws StorageError when the database cannot be opened, an error of `listen` when the port cannot be had
 */
export async function startApp(config: Config, log: Log, world: World = realWorld): Promise<App> {
  const { clock, random } = world;
  const stopping = new AbortController();
  const store = await openStore({ databaseUrl: config.databaseUrl, log, clock });
  const { referralsApiUrl, partnerCenterApiUrl, pollIntervalMs: intervalMs } = config;
  const partnerCenter = createPartnerCenter({
    referralsApiUrl,
    partnerCenterApiUrl,
    fetch: world.fetch,
    clock,
    random,
    newId,
    log,
  });
  const identity: Identity = { person: sandboxTokens, service: sandboxServiceTokens };

  const connector = createConnector(world.fetch, createAuthorize(config.bot, world));
  const throttle = createThrottle({ clock });
  await seedThrottle(throttle, store, clock);
  const dispatcher = createDispatcher({
    store,
    sender: createSender(connector),
    render: (entry, conversation) => referralMessage(entry, conversation, clock.now(), config),
    mayShow: (entry, conversation) => mayShow(entry.referralId, conversation, { store, partnerCenter, identity }),
    throttle,
    clock,
    log,
    newId,
    random,
  });
  const poller = createPoller({
    partnerCenter,
    tokens: identity.service,
    store,
    clock,
    intervalMs,
    log,
    onWork: () => dispatcher.wake(),
  });
  const { responseDays } = config;
  const cardAging = createCardAging({ store, clock, responseDays, log, onWork: () => dispatcher.wake() });
  const unfinishedPresses = createUnfinishedPresses({
    store,
    partnerCenter,
    tokens: identity.service,
    clock,
    log,
    onWork: () => dispatcher.wake(),
  });
  const auditRetention = createAuditRetention({ store, clock, log, retentionMs: config.retentionMs });

  const desk: Desk = {
    store,
    partnerCenter,
    clock,
    customerMemory: new CustomerMemory(clock),
    lists: createLists(clock),
    newId,
    lookNow: async () => void (await poller.lookNow()),
    wakeDelivery: () => dispatcher.wake(),
    responseDays: config.responseDays,
    referralLink: config.referralLink,
    deciderIds: config.deciderIds,
  };
  const inHand = new InHand();
  const adapter = new DeskAdapter(connector);
  const onSent = (conversationId: string) => throttle.recordSent(conversationId);
  const application = createApplication({ adapter, desk, store, identity, clock, log, connector, onSent, inHand });
  const { bot, allowedServiceHosts: allowedHosts } = config;
  const receiver = createReceiver({
    adapter,
    application,
    checkToken: bot
      ? teamsTokenCheck(bot, createTeamsKeys(bot.openIdMetadataUrl, { ...world, log }), clock)
      : undefined,
    policy: { tenantId: bot?.tenantId, allowedHosts },
    log,
  });
  const metrics = createMetrics();
  const health = createHealth({ store, poller, registry: metrics.registry });
  const web = await startWeb({ receiver, health, log, clock, metrics }, config.port, bot ? '0.0.0.0' : loopback);

  const parts = [poller, dispatcher, cardAging, unfinishedPresses, auditRetention];
  const work = Promise.all(parts.map((part) => part.run(stopping.signal)));
  log.info({ port: web.port, inboundChecks: Boolean(config.bot) }, 'Partner Desk is listening');
  return {
    port: web.port,
    async stop() {
      stopping.abort();
      const finished = Promise.all([web.close(), work]).then(() => inHand.settled());
      await Promise.race([finished, clock.sleep(stopPatienceMs)]);
      await store.close();
      log.info('Partner Desk has stopped');
    },
  };
}
