import type { Clock } from '../../lib/clock';
import type { Log } from '../../lib/log';
import type { StoredEvent } from '../../storage/event';
import type { Store } from '../../storage/store';
import type { EventSink, PartnerCenterEvent } from './eventSink';

/** Keeps the events that tell something which Partner Desk reads again; others are only logged. */
export function keepEvents(store: Store, clock: Clock, log: Log, onKept: () => void): EventSink {
  return {
    async accept(event) {
      const { key, type, id, at } = event;
      const about = readAgain(event);
      const isNew = about
        ? await store.events.receive({ key, ...about, changedAt: at, receivedAt: clock.now() })
        : true;
      log.info({ event: type, id, isNew, isKept: Boolean(about) }, 'Partner Center sent an event');
      if (about && isNew) onKept();
      return isNew;
    },
  };
}

/** What an event makes Partner Desk read again. */
function readAgain({ type, id }: PartnerCenterEvent): Pick<StoredEvent, 'topic' | 'subject'> | undefined {
  if (type === 'subscription-updated') return id === null ? undefined : { topic: 'subscription', subject: id };
  if (type === 'invoice-ready') return id === null ? undefined : { topic: 'invoice', subject: id };
  if (type === 'test-created') return { topic: 'test', subject: '' };
  // The id is that of the other organization's copy, which the account need not be able to read: one look serves them all.
  if (type.startsWith('related-referral-')) return { topic: 'related', subject: '' };
  if (!type.startsWith('referral-')) return undefined;
  return id === null ? { topic: 'related', subject: '' } : { topic: 'referral', subject: id };
}
