import type { Clock } from '../../lib/clock';
import type { Log } from '../../lib/log';
import { annotate, span } from '../../lib/span';
import { traced } from '../../lib/trace';
import type { StoredEvent } from '../../storage/event';
import type { Store } from '../../storage/store';
import type { EventSink, PartnerCenterEvent } from './eventSink';

/** Keeps the events that tell something which Partner Desk reads again; others are only logged. */
export function keepEvents(store: Store, clock: Clock, log: Log, onKept: () => void): EventSink {
  const keep = async (event: PartnerCenterEvent, about: ReturnType<typeof readAgain>): Promise<boolean> => {
    const { key, type, id, at } = event;
    const isNew = about ? await store.events.receive({ key, ...about, changedAt: at, receivedAt: clock.now() }) : true;
    log.info({ event: type, id, isNew, isKept: Boolean(about) }, 'Partner Center sent an event');
    annotate({ 'partner_desk.event.is_new': isNew, 'partner_desk.event.is_kept': Boolean(about) });
    if (about && isNew) onKept();
    return isNew;
  };
  return {
    accept(event) {
      const about = readAgain(event);
      const kept = () =>
        span('receive event', { 'partner_desk.event.type': event.type }, () => keep(event, about), 'server');
      return traced(about?.subject ? { trace: about.subject } : {}, kept);
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
