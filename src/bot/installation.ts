import type { TurnContext } from 'botbuilder';
import { welcomeCard } from '../cards/welcomeCard';
import { endConversation } from '../delivery/endConversation';
import { SendError } from '../delivery/sender';
import { watchesReferrals } from '../referrals/watchConditions';
import type { ApplicationParts } from './application';
import { conversationOf } from './conversations';
import { createSender } from './sender';
import { activityOf } from './turn';
import type { Store } from '../storage/store';

/** How long to wait after each failed try to greet, in ms; after the last it waits for the next installation. */
const againAfterMs = [10_000, 60_000, 600_000, 3_600_000];

/** The bot was added: remember where, and greet once per installation however often Teams says so. */
export async function installed(context: TurnContext, parts: ApplicationParts): Promise<void> {
  const { store, clock, log } = parts;
  const now = clock.now();
  const { id, kind, ...found } = conversationOf(activityOf(context), now);
  await store.conversations.save({ id, kind, ...found });
  log.info({ conversation: id, kind }, 'installed');
  if (!(await isGreetingDone(id, parts)))
    greetLater(id, parts).catch((error: unknown) => log.error({ err: error, conversation: id }, 'no greeting'));
}

/** Tries again until it is done or the bot is stopped. */
async function greetLater(id: string, parts: ApplicationParts): Promise<void> {
  for (const ms of againAfterMs) {
    await parts.clock.sleep(ms, parts.stopping);
    if (parts.stopping.aborted || (await isGreetingDone(id, parts))) return;
  }
}

/** Greets unless somebody did; false where it could not be sent and may be later. */
async function isGreetingDone(id: string, parts: ApplicationParts): Promise<boolean> {
  const { store, clock, log } = parts;
  const conversation = await store.conversations.find(id);
  if (!conversation) return true;
  const { teamId, kind } = conversation;
  if (teamId && (await isGreeted(teamId, id, store))) return true;
  if (!(await store.conversations.claimGreeting(id, clock.now()))) return true;
  const alreadyWatching = (await store.watches.allIn(id)).some(watchesReferrals);
  try {
    await createSender(parts.connector).post(conversation, welcomeCard({ kind, alreadyWatching }));
  } catch (error) {
    log.warn({ err: error, conversation: id }, 'the greeting could not be sent');
    if (!(error instanceof SendError) || error.kind === 'conversationGone' || error.kind === 'refused') return true;
    await store.conversations.releaseGreeting(id);
    return false;
  }
  parts.onSent(id);
  return true;
}

/** The bot was removed: nothing is sent there any more and its watch ends. */
export async function removed(context: TurnContext, { store, clock, log }: ApplicationParts): Promise<void> {
  const { id, teamId } = conversationOf(activityOf(context), clock.now());
  // Out of a team means out of all its channels.
  const others = teamId ? (await store.conversations.inTeam(teamId)).map((other) => other.id) : [];
  for (const gone of new Set([id, ...others])) {
    await endConversation(store, gone, 'The bot was removed', clock.now());
    log.info({ conversation: gone }, 'removed');
  }
}

/** A team is greeted once, in the channel that Teams names first. */
async function isGreeted(teamId: string, exceptId: string, store: Store): Promise<boolean> {
  const team = await store.conversations.inTeam(teamId);
  return team.some(({ id, greetedAt }) => id !== exceptId && greetedAt !== null);
}
