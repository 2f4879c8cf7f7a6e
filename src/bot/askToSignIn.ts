import { signInWords } from '../locales/signInWords';
import type { SignInNeeded } from '../partnerCenter/signInNeeded';
import type { TeamsActivity } from './activity';
import { kindOf, withoutThread } from './conversations';
import type { PendingItem } from './pendingWork';
import { say, type Voice } from './say';
import { signInCard, type SignInOffer } from './signInCard';
import type { SignIns } from './signIns';

/** A sign-in that serves what is lacking. `silent`: Teams may try by itself first. */
export function offerOf(
  person: { id: string; name: string },
  needed: SignInNeeded,
  { people, exchanges }: SignIns,
  silent: boolean,
): SignInOffer {
  const exchange = silent ? { id: exchanges.issue(person.id), uri: people.tokenExchangeUri } : undefined;
  return { why: needed.why, link: people.link(person), exchange };
}

/**
 * Asks the person who wrote to sign in, and keeps what was asked until then. With others present only that person sees it.
 * @param isRetry a sign-in came just before and was not enough, so that Teams does not try by itself again
 */
export async function askToSignIn(
  activity: TeamsActivity,
  needed: SignInNeeded,
  item: PendingItem,
  parts: Voice & { signIns: SignIns },
  isRetry: boolean,
): Promise<void> {
  const person = { id: activity.from.aadObjectId ?? activity.from.id, name: activity.from.name ?? 'Somebody' };
  parts.signIns.pending.add(person.id, item);
  await showSignIn(activity, needed, parts, !isRetry && needed.isSilent, person);
}

/** Shows the sign-in card, to the person alone. */
export async function showSignIn(
  activity: TeamsActivity,
  needed: SignInNeeded,
  parts: Voice & { signIns: SignIns },
  silent: boolean,
  person: { id: string; name: string },
): Promise<void> {
  const kind = kindOf(activity);
  // In a channel Teams exchanges no token by itself: https://github.com/microsoft/teams.ts/pull/676
  const offer = offerOf(person, needed, parts.signIns, silent && kind !== 'channel');
  const card = signInCard(offer);
  if (kind === 'personal') return say(activity, card, parts);
  const { serviceUrl, conversation, from, recipient } = activity;
  const addressed = { from: recipientOf(recipient), recipient: recipientOf(from) };
  try {
    await parts.connector.whisper(serviceUrl, conversation.id, { ...card, ...addressed });
    parts.onSent(withoutThread(conversation.id));
  } catch {
    await say(activity, signInWords.elsewhere, parts);
  }
}

const recipientOf = ({ id, name }: { id: string; name?: string | null | undefined }) => ({ id, name: name ?? '' });
