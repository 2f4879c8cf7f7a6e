import type { TurnContext } from 'botbuilder';
import { welcomeCard } from '../cards/welcomeCard';
import type { ApplicationParts } from './application';
import { conversationOf } from './conversations';
import { createSender } from './sender';
import { activityOf } from './turn';
import type { Store } from '../storage/store';

/** The bot was added: remember where, and greet once per installation however often Teams says so. */
export async function installed(context: TurnContext, parts: ApplicationParts): Promise<void> {
  const { store, clock, log } = parts;
  const now = clock.now();
  const found = conversationOf(activityOf(context), now);
  await store.conversations.save(found);
  if (found.teamId && (await isGreeted(found.teamId, found.id, store))) return;
  if (!(await store.conversations.claimGreeting(found.id, now))) return;
  const conversation = await store.conversations.find(found.id);
  if (!conversation) return;
  log.info({ conversation: found.id, kind: found.kind }, 'installed');
  const alreadyWatching = Boolean(await store.watches.activeIn(found.id));
  await createSender(parts.connector).post(conversation, welcomeCard({ kind: found.kind, alreadyWatching }));
  parts.onSent(found.id);
}

/** The bot was removed: nothing is sent there any more and its watch ends. */
export async function removed(context: TurnContext, { store, clock, log }: ApplicationParts): Promise<void> {
  const { id, teamId } = conversationOf(activityOf(context), clock.now());
  // Out of a team means out of all its channels.
  const others = teamId ? (await store.conversations.inTeam(teamId)).map((other) => other.id) : [];
  for (const gone of new Set([id, ...others])) {
    await store.conversations.remove(gone, 'The bot was removed', clock.now());
    log.info({ conversation: gone }, 'removed');
  }
}

/** A team is greeted once, in the channel that Teams names first. */
async function isGreeted(teamId: string, exceptId: string, store: Store): Promise<boolean> {
  const team = await store.conversations.inTeam(teamId);
  return team.some(({ id, greetedAt }) => id !== exceptId && greetedAt !== null);
}
