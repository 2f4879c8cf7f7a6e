import type { Activity } from 'botbuilder';
import { createConnector } from '../../../src/bot/connector';
import type { CardMessage } from '../../../src/cards/message';
import type { Sender } from '../../../src/delivery/sender';

/** A sender on the product's own connector, for a Teams that asks for no token; it does not load the SDK. */
export function httpSender(fetchHttp: typeof fetch): Sender {
  const connector = createConnector(fetchHttp, () => Promise.resolve(undefined));
  return {
    async post({ serviceUrl, id }, message, signal) {
      const posted = await connector.post(serviceUrl, id, activityOf(message), signal);
      return { activityId: posted.id };
    },
    async reply({ serviceUrl, id }, thread, message, signal) {
      const place = thread ? `${id};messageid=${thread}` : id;
      await connector.post(serviceUrl, place, activityOf(message), signal);
    },
    async update({ serviceUrl, id }, activityId, message, signal) {
      await connector.put(serviceUrl, id, activityId, activityOf(message), signal);
    },
  };
}

const activityOf = ({ card, summary }: CardMessage): Partial<Activity> => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});
