import type { Activity, ChannelAccount } from 'botbuilder';
import type { CardMessage } from '../cards/message';
import { SendError, type Sender } from '../delivery/sender';
import type { Conversation } from '../storage/store';
import type { Connector } from './connector';
import { outgoing } from './outgoing';

/** Posts and edits cards in conversations that are stored, outside of any turn. */
export function createSender(connector: Connector): Sender {
  return {
    async post(conversation, message, signal) {
      const activity = addressed(conversation, message);
      const { id } = await connector.post(conversation.serviceUrl, conversation.id, activity, signal);
      // It was accepted: sending it again would double it. It can still be pressed, and is then adopted.
      if (!id) throw new SendError('Teams accepted the card but named no activity id', { kind: 'refused' });
      return { activityId: id };
    },
    async reply(conversation, thread, message, signal) {
      const { id, kind, serviceUrl } = conversation;
      // https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
      const place = kind === 'channel' && thread ? `${id};messageid=${thread}` : id;
      const activity = addressed({ ...conversation, id: place }, message);
      await connector.post(serviceUrl, place, activity, signal);
    },
    async update(conversation, activityId, message, signal) {
      const activity = { ...addressed(conversation, message), id: activityId };
      await connector.put(conversation.serviceUrl, conversation.id, activityId, activity, signal);
    },
  };
}

function addressed(conversation: Conversation, message: CardMessage): Partial<Activity> {
  const from: ChannelAccount = { id: conversation.botId, name: '' };
  return {
    ...outgoing(message),
    channelId: 'msteams',
    from,
    conversation: {
      id: conversation.id,
      conversationType: conversation.kind,
      isGroup: conversation.kind !== 'personal',
      name: '',
      ...(conversation.tenantId ? { tenantId: conversation.tenantId } : {}),
    },
  };
}
