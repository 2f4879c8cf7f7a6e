import { connectParts } from './app/connectParts';
import { createAccount } from './app/createAccount';
import { createBot } from './app/createBot';
import { createCore, type Core } from './app/createCore';
import { createDelivery } from './app/createDelivery';
import { createDesk } from './app/createDesk';
import { createDigests } from './app/createDigests';
import { createEvents } from './app/createEvents';
import { createNotices } from './app/createNotices';
import { createTracing } from './app/createTracing';
import { createWatching } from './app/createWatching';
import { realWorld, type World } from './app/world';
import { createSignIns } from './bot/signIns';
import type { Command } from './commands/command';
import { Subjects } from './commands/subjects';
import type { Config } from './config';
import { createIdentity } from './identity/createIdentity';
import { newId } from './lib/ids';
import { InHand } from './lib/inHand';
import type { Log } from './lib/log';
import type { Work } from './watch/leadership';
import { createHealth } from './web/health';
import { startWeb, type WebParts } from './web/server';

/** A running Partner Desk. */
export interface App {
  /** The port it listens on. */
  port: number;
  /** Finishes or hands back what is in hand, then stops. */
  stop(): Promise<void>;
}

/** How long stopping waits for what is in hand, in ms; a press that Partner Center hangs on is then left to the next look. */
const stopPatienceMs = 9_500;

/** Without inbound checks anybody who reaches the port could act as anybody, so only this machine may. */
const loopback = '127.0.0.1';

/**
 * Builds everything from its parts, starts to listen, to watch and to deliver.
 * @throws StorageError when the database cannot be opened, an error of `listen` when the port cannot be had
 */
export async function startApp(config: Config, log: Log, world: World = realWorld): Promise<App> {
  const core = await createCore(config, log, world);
  const { store, lock, clock } = core;
  const tracing = createTracing(config, core);
  const stopping = new AbortController();
  const inHand = new InHand();
  const { doors, work } = await createParts(core, inHand, stopping.signal);
  const web = await startWeb(doors, config.port, config.bot ? '0.0.0.0' : loopback);
  const working = Promise.all(work.map((part) => part.run(stopping.signal)));
  log.info({ port: web.port, inboundChecks: Boolean(config.bot) }, 'Partner Desk is listening');
  return {
    port: web.port,
    async stop() {
      stopping.abort();
      const inHandDone = Promise.all([web.close(), working]).then(() => inHand.settled());
      const finished = inHandDone.then(() => tracing.stop());
      await Promise.race([finished, clock.sleep(stopPatienceMs)]);
      await store.close();
      lock.release();
      log.info('Partner Desk has stopped');
    },
  };
}

/** What is listened to, and what goes on by itself. */
async function createParts(
  core: Core,
  inHand: InHand,
  stopping: AbortSignal,
): Promise<{ doors: WebParts; work: Work[] }> {
  const { config, store, lock, metrics, clock, log } = core;
  const notices = createNotices(core.connector, core);
  const account = createAccount(config, { ...core, onEnded: () => notices.wake() });
  const identity = createIdentity(config, { ...core, service: account.tokens, audit: store.audit });
  const signIns = identity.signIn && createSignIns(identity.signIn, clock, newId);
  const dispatcher = await createDelivery(core, identity);
  const onWork = (): void => dispatcher.wake();
  const watching = createWatching({ ...core, isSole: lock.isSole, identity, onWork });
  const subjects = new Subjects<Command>(clock);
  const desk = createDesk(core, { identity, signIns, subjects, account, watching, onWork });
  const receiver = createBot(core, { identity, signIns, subjects, desk, inHand, stopping });
  const { poller } = watching;
  const events = createEvents({ ...core, identity, poller, onWork });
  const health = createHealth({
    ...core,
    watch: () => watching.health(),
    account: () => account.desk.state(),
    leads: () => watching.leads(),
  });
  const connect = connectParts(account.pages, { ...core, poller });
  const doors = { receiver, webhookDoor: events.door, health, signIn: identity.signIn, connect, log, clock, metrics };
  return { doors, work: [watching, events, dispatcher, notices, createDigests(config, core)] };
}
