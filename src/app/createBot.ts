import { DeskAdapter } from '../bot/adapter';
import { createApplication } from '../bot/application';
import { createGate } from '../bot/gate';
import { createUnderstand } from '../bot/model/understand';
import { createReceiver, type Receiver } from '../bot/receive';
import type { SignIns } from '../bot/signIns';
import { createStandings } from '../bot/standing';
import { createTakeOnce } from '../bot/takeOnce';
import { createTeamsKeys } from '../bot/teamsKeys';
import { teamsTokenCheck } from '../bot/teamsToken';
import { commands } from '../commands';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import type { Subjects } from '../commands/subjects';
import type { Identity } from '../identity/identity';
import type { InHand } from '../lib/inHand';
import type { Core } from './createCore';

/** What the bot is made of besides. */
export interface BotParts {
  identity: Identity;
  signIns: SignIns | null;
  subjects: Subjects<Command>;
  desk: Desk;
  /** What goes on after its request was answered. */
  inHand: InHand;
  /** The process is ending. */
  stopping: AbortSignal;
}

/** Makes what takes and answers everything that Teams sends. */
export function createBot(core: Core, parts: BotParts): Receiver {
  const { config, store, connector, clock, log, metrics, fetch } = core;
  const { bot, model, allowedServiceHosts: allowedHosts, uploadsToLoopback } = config;
  const { identity } = parts;
  const tenantId = bot?.tenantId;
  const standingOf = createStandings({ connector, clock, log, tenantId });
  const adapter = new DeskAdapter(connector);
  const application = createApplication({
    ...parts,
    adapter,
    connector,
    store,
    clock,
    log,
    fetch,
    uploadsToLoopback,
    gate: createGate({ rules: config, standingOf, identity, store, clock, metrics }),
    understand: model ? createUnderstand(model, commands, { fetch, clock, log, metrics }) : undefined,
    onSent: (conversationId) => countAnswer(conversationId, core, parts.inHand),
  });
  return createReceiver({
    adapter,
    application,
    checkToken: bot ? teamsTokenCheck(bot, createTeamsKeys(bot.openIdMetadataUrl, core), clock) : undefined,
    policy: { tenantId, allowedHosts },
    takeOnce: bot ? createTakeOnce(store.takenActivities, clock) : undefined,
    log,
  });
}

/** An answer to a person counts towards Teams' limits like what is owed. */
function countAnswer(conversationId: string, { throttle, store, clock, processId, log }: Core, inHand: InHand): void {
  throttle.recordSent(conversationId);
  const sent = store.sends.record({ conversationId, at: clock.now(), by: processId });
  inHand.add(sent.catch((error: unknown) => log.warn({ err: error }, 'an answer was not counted')));
}
