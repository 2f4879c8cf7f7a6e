import type { TurnContext } from 'botbuilder';
import type { Turn } from '../commands/turn';
import type { Identity } from '../identity/identity';
import type { Clock } from '../lib/clock';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';
import type { Store } from '../storage/store';
import { activitySchema, type TeamsActivity } from './activity';
import type { Connector } from './connector';
import { conversationOf } from './conversations';
import type { Gate } from './gate';
import { rosterEntry } from './rosterEntry';

/** What turns are made with. */
export interface TurnParts {
  store: Store;
  identity: Identity;
  clock: Clock;
  log: Log;
  connector: Connector;
  gate: Gate;
}

/** The activity of a turn; its envelope was checked when it came in. */
export const activityOf = (context: TurnContext): TeamsActivity => activitySchema.parse(context.activity);

/**
 * Makes the turn that commands and card actions see, and remembers the conversation it came from. Undefined when Teams did
 * not say who the person is: without an Entra object id nothing can be done on anybody's behalf.
 */
export async function createTurn(activity: TeamsActivity, parts: TurnParts): Promise<Turn | undefined> {
  if (!activity.from.aadObjectId) return undefined;
  await parts.store.conversations.save(conversationOf(activity, parts.clock.now()));
  return createPassingTurn(activity, parts);
}

/** The same where the bot itself need not be, in the compose box of any chat: the conversation is not remembered. */
export async function createPassingTurn(activity: TeamsActivity, parts: TurnParts): Promise<Turn | undefined> {
  const { store, identity, clock } = parts;
  const id = activity.from.aadObjectId;
  if (!id) return undefined;
  const found = conversationOf(activity, clock.now());
  const conversation = (await store.conversations.find(found.id)) ?? {
    ...found,
    greetedAt: null,
    removedAt: null,
    removedReason: null,
  };
  const referenceId = newReferenceId();
  const log = parts.log.child({ referenceId, person: id, conversation: conversation.id });
  const turn: Turn = {
    person: { id, name: activity.from.name?.trim() || (await rosterEntry(activity, parts, log)).name || 'Somebody' },
    conversation,
    // Where many read, everything is in the language and the time zone of the conversation.
    locale: validLocale(conversation.kind === 'personal' ? activity.locale : conversation.locale),
    timeZone: conversation.timeZone ?? undefined,
    tokens: identity.person(id),
    email: async () => (identity.signIn ? identity.signIn.email(id) : (await rosterEntry(activity, parts, log)).email),
    may: (right) => parts.gate.allows(activity, turn, right),
    referenceId,
    log,
  };
  return turn;
}

function validLocale(locale: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale ?? 'en-US')[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
