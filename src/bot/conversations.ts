import type { Conversation } from '../storage/store';
import type { TeamsActivity } from './activity';

/** A channel's conversation id without the thread that an activity came from. */
export const withoutThread = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');

/** The conversation that an activity belongs to, as it is stored. `now` is ms, UTC. */
export function conversationOf(
  activity: TeamsActivity,
  now: number,
): Omit<Conversation, 'greetedAt' | 'removedAt' | 'removedReason'> {
  const { conversation, channelData, serviceUrl, recipient, locale } = activity;
  return {
    id: withoutThread(channelData?.settings?.selectedChannel?.id ?? conversation.id),
    kind: kindOf(activity),
    tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? null,
    teamId: channelData?.team?.id ?? null,
    name: channelData?.channel?.name ?? channelData?.team?.name ?? conversation.name ?? null,
    serviceUrl,
    botId: recipient.id,
    locale: locale ?? null,
    timeZone: activity.entities?.find((entity) => entity.timezone)?.timezone ?? null,
    installedAt: now,
  };
}

/** What sort of conversation an activity was sent in. */
export function kindOf({ conversation, channelData }: TeamsActivity): Conversation['kind'] {
  if (conversation.conversationType === 'channel' || channelData?.team) return 'channel';
  return conversation.conversationType === 'groupChat' ? 'groupChat' : 'personal';
}
