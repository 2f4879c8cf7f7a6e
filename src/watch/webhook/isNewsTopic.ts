import type { StoredEvent } from '../../storage/event';
import type { NewsTruth } from '../../storage/news';

/** Whether an event is about something that is no referral, which another API of Partner Center has. */
export const isNewsTopic = (topic: StoredEvent['topic']): topic is NewsTruth['topic'] =>
  topic === 'subscription' || topic === 'invoice';
