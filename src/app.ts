import { connectParts } from './app/connectParts';
import { createAccount } from './app/createAccount';
import { createDigests } from './app/createDigests';
import { createEvents } from './app/createEvents';
import { createNotices } from './app/createNotices';
import { createWatching } from './app/createWatching';
import { createApplication } from './bot/application';
import { DeskAdapter } from './bot/adapter';
import { createAuthorize } from './bot/botToken';
import { createConnector } from './bot/connector';
import { createGate } from './bot/gate';
import { createUnderstand } from './bot/model/understand';
import { createReceiver } from './bot/receive';
import { createStandings } from './bot/standing';
import { createTeamsKeys } from './bot/teamsKeys';
import { teamsTokenCheck } from './bot/teamsToken';
import { createSender } from './bot/sender';
import { createSignIns } from './bot/signIns';
import { referralMessage } from './cards/referralMessage';
import { commands } from './commands';
import { CustomerMemory } from './commands/customerMemory';
import type { Command } from './commands/command';
import type { Desk } from './commands/desk';
import { isAllowedPlace } from './commands/permission';
import { createLists } from './commands/lists';
import { Subjects } from './commands/subjects';
import type { Config } from './config';
import { createDispatcher } from './delivery/dispatcher';
import { createReminders } from './bot/reminders';
import { mayShow } from './watch/mayShow';
import { startSendSync } from './delivery/sendSync';
import { createThrottle } from './delivery/throttle';
import { createIdentity } from './identity/createIdentity';
import { systemClock, type Clock } from './lib/clock';
import { newId } from './lib/ids';
import { InHand } from './lib/inHand';
import { Joined } from './lib/joined';
import { createMetrics } from './lib/metrics';
import type { Log } from './lib/log';
import { createPartnerCenter } from './partnerCenter/createPartnerCenter';
import { openStore } from './storage/openStore';
import { takeProcessLock } from './storage/processLock';
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
  const { databaseUrl } = config;
  const store = await openStore({ databaseUrl, log, clock });
  const lock = await takeProcessLock(databaseUrl).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const { referralsApiUrl, partnerCenterApiUrl, responseDays } = config;
  const metrics = createMetrics();
  const partnerCenter = createPartnerCenter({
    referralsApiUrl,
    partnerCenterApiUrl,
    fetch: world.fetch,
    clock,
    random,
    newId,
    log,
    onAttempt: (attempt) => metrics.attempted(attempt),
  });
  const { bot, allowedServiceHosts: allowedHosts } = config;
  const connector = createConnector(world.fetch, createAuthorize(bot, { ...world, allowedHosts }));
  const sender = createSender(connector);
  const throttle = createThrottle({ clock });
  const notices = createNotices(connector, { store, sender, throttle, clock, log, random });
  const digests = createDigests(config, { store, sender, throttle, clock, log, random });
  const account = createAccount(config, { ...world, store, partnerCenter, log, onEnded: () => notices.wake() });
  const { tokens: service } = account;
  const identity = createIdentity(config, { service, audit: store.audit, clock, fetch: world.fetch, log, metrics });
  const signIns = identity.signIn && createSignIns(identity.signIn, clock, newId);

  const processId = newId();
  const { isSole } = lock;
  const sync = await startSendSync({ store, throttle, clock, processId, isSole });
  const dispatcher = createDispatcher({
    store,
    sender,
    render: (entry, conversation) => referralMessage(entry, conversation, clock.now(), config),
    mayShow: async (entry, conversation) =>
      isAllowedPlace(config, conversation) &&
      mayShow(entry.referralId, conversation, { store, partnerCenter, identity }),
    reminders: createReminders({ store, partnerCenter, tokens: identity.service, connector, clock, log, responseDays }),
    throttle,
    clock,
    log,
    processId,
    sync,
    random,
    metrics,
  });
  const onWork = (): void => dispatcher.wake();
  const watching = createWatching({ config, store, isSole, partnerCenter, identity, clock, log, onWork });

  const subjects = new Subjects<Command>(clock);
  const desk: Desk = {
    store,
    partnerCenter,
    clock,
    customerMemory: new CustomerMemory(clock),
    lists: createLists(clock),
    newId,
    async signOut(person, place) {
      subjects.forget(person.id);
      signIns?.pending.take(person.id);
      return (await identity.signIn?.signOut(person, place)) ?? false;
    },
    creations: new Joined(),
    lookNow: async () => void (await watching.poller.lookNow()),
    wakeDelivery: onWork,
    responseDays: config.responseDays,
    referralLink: config.referralLink,
    watching: { ...account.desk, looks: () => watching.health(), webhooks: () => watching.webhooks() },
  };
  const inHand = new InHand();
  const adapter = new DeskAdapter(connector);
  const onSent = (conversationId: string): void => {
    throttle.recordSent(conversationId);
    const sent = store.sends.record({ conversationId, at: clock.now(), by: processId });
    inHand.add(sent.catch((error: unknown) => log.warn({ err: error }, 'an answer was not counted')));
  };
  const standingOf = createStandings({ connector, clock, log, tenantId: config.bot?.tenantId });
  const gate = createGate({ rules: config, standingOf, identity, store, clock, metrics });
  const { model } = config;
  const understand = model ? createUnderstand(model, commands, { fetch: world.fetch, clock, log, metrics }) : undefined;
  const voice = { connector, clock, onSent };
  const uploads = { fetch: world.fetch, uploadsToLoopback: config.uploadsToLoopback, stopping: stopping.signal };
  const common = { adapter, gate, desk, store, identity, signIns, log, inHand, understand, subjects };
  const application = createApplication({ ...voice, ...uploads, ...common });
  const receiver = createReceiver({
    adapter,
    application,
    checkToken: bot
      ? teamsTokenCheck(bot, createTeamsKeys(bot.openIdMetadataUrl, { ...world, log }), clock)
      : undefined,
    policy: { tenantId: bot?.tenantId, allowedHosts },
    log,
  });
  const health = createHealth({
    metrics,
    store,
    watch: () => watching.health(),
    account: () => account.desk.state(),
    leads: () => watching.leads(),
    clock,
  });
  const { poller } = watching;
  const connect = connectParts(account.pages, { store, sender, throttle, poller, clock, metrics, log });
  const events = createEvents({ ...world, config, store, partnerCenter, identity, poller, log, onWork });
  const doors = { receiver, webhookDoor: events.door, health, signIn: identity.signIn, connect, log, clock, metrics };
  const web = await startWeb(doors, config.port, bot ? '0.0.0.0' : loopback);

  const work = Promise.all([watching, events, dispatcher, notices, digests].map((part) => part.run(stopping.signal)));
  log.info({ port: web.port, inboundChecks: Boolean(config.bot) }, 'Partner Desk is listening');
  return {
    port: web.port,
    async stop() {
      stopping.abort();
      const finished = Promise.all([web.close(), work]).then(() => inHand.settled());
      await Promise.race([finished, clock.sleep(stopPatienceMs)]);
      await store.close();
      lock.release();
      log.info('Partner Desk has stopped');
    },
  };
}
