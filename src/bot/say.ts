import type { Activity } from 'botbuilder';
import type { Answer } from '../commands/turn';
import { SendError } from '../delivery/sender';
import type { Clock } from '../lib/clock';
import type { TeamsActivity } from './activity';
import type { Connector } from './connector';
import { withoutThread } from './conversations';
import { outgoing } from './outgoing';

/** What answers are sent with. */
export interface Voice {
  connector: Connector;
  clock: Clock;
  /** Told of everything that was sent to a conversation: it counts towards Teams' limits. */
  onSent: (conversationId: string) => void;
}

/** A reply is sent at most this often; only 429 says that nothing was sent, after anything else it could come twice. */
const attempts = 3;
/** The longest wait between two tries, in ms: a person is waiting. */
const longestWaitMs = 2_000;

/** Replies to an activity, in the thread that it came from. Rejects with a SendError when Teams does not take it. */
export async function say(activity: TeamsActivity, answer: Answer | Partial<Activity>, voice: Voice): Promise<void> {
  const content = typeof answer === 'string' || 'card' in answer ? outgoing(answer) : answer;
  const reply: Partial<Activity> = {
    ...content,
    channelId: activity.channelId,
    from: { id: activity.recipient.id, name: activity.recipient.name ?? '' },
    recipient: { id: activity.from.id, name: activity.from.name ?? '' },
    ...(activity.id ? { replyToId: activity.id } : {}),
  };
  const { serviceUrl, conversation } = activity;
  await persistently(voice.clock, () => voice.connector.post(serviceUrl, conversation.id, reply));
  voice.onSent(withoutThread(conversation.id));
}

/** Puts a card in the place of the one that was pressed. */
export async function replaceCard(activity: TeamsActivity, answer: Answer, voice: Voice): Promise<void> {
  const { replyToId } = activity;
  if (typeof answer === 'string' || !replyToId) return say(activity, answer, voice);
  await editMessage(activity, replyToId, outgoing(answer), voice);
}

/** Puts something in the place of a message of ours in the conversation of an activity. Rejects with a SendError. */
export async function editMessage(
  { serviceUrl, conversation }: TeamsActivity,
  activityId: string,
  content: Partial<Activity>,
  voice: Voice,
): Promise<void> {
  const id = withoutThread(conversation.id);
  await persistently(voice.clock, () =>
    voice.connector.put(serviceUrl, id, activityId, { ...content, id: activityId }),
  );
  voice.onSent(id);
}

async function persistently(clock: Clock, send: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await send();
      return;
    } catch (error) {
      const worthIt = error instanceof SendError && error.kind === 'throttled';
      if (!worthIt || attempt === attempts) throw error;
      await clock.sleep(Math.min(error.retryAfterMs ?? 1000, longestWaitMs));
    }
  }
}
