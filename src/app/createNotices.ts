import { noticeCard } from '../cards/noticeCard';
import type { Connector } from '../bot/connector';
import { outgoing } from '../bot/outgoing';
import type { NoticeDeliveryDeps } from '../delivery/deliverNotice';
import { createNoticeDelivery, type NoticeDelivery } from '../delivery/noticeDelivery';

/** Makes what tells conversations, and owners of watches, what they are to be told besides cards. */
export function createNotices(
  connector: Connector,
  parts: Omit<NoticeDeliveryDeps, 'render' | 'toPerson'>,
): NoticeDelivery {
  return createNoticeDelivery({
    ...parts,
    render: (notice, conversation) => noticeCard(notice, conversation, parts.clock.now()),
    async toPerson(personId, { serviceUrl, botId, tenantId }, message, signal) {
      const chat = await connector.personalChat(serviceUrl, { botId, personId, tenantId: tenantId ?? '' });
      const from = { id: botId, name: '' };
      await connector.post(serviceUrl, chat, { ...outgoing(message), channelId: 'msteams', from }, signal);
      return chat;
    },
  });
}
