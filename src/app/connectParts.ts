import type { Sender } from '../delivery/sender';
import type { Throttle } from '../delivery/throttle';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Metrics } from '../lib/metrics';
import type { Store } from '../storage/store';
import type { Poller } from '../watch/poller';
import type { ConnectRouteParts } from '../web/connectRoutes';
import type { Account } from './createAccount';

interface Parts {
  store: Store;
  sender: Sender;
  throttle: Throttle;
  poller: Poller;
  clock: Clock;
  metrics: Metrics;
  log: Log;
}

/** What the pages for connecting an account are made of; undefined with sandbox identities, which have none. */
export function connectParts(pages: Account['pages'], parts: Parts): ConnectRouteParts | undefined {
  if (!pages) return undefined;
  const { store, sender, throttle, poller, clock, metrics, log } = parts;
  return {
    ...pages,
    clock,
    metrics,
    log,
    async tell(conversationId, message) {
      try {
        const conversation = await store.conversations.find(conversationId);
        if (!conversation || conversation.removedAt !== null) return;
        await sender.post(conversation, message);
        throttle.recordSent(conversationId);
      } catch (error) {
        log.warn({ err: error }, 'the administrator could not be told in chat');
      }
    },
    onConnected: () => {
      poller.lookNow().catch((error: unknown) => log.warn({ err: error }, 'the first look with the account failed'));
    },
  };
}
