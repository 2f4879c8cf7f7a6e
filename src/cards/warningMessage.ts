import type { Conversation, LedgerEntry } from '../storage/store';
import type { Mentioned } from './mention';
import type { CardMessage } from './message';
import { warningCard } from './warningCard';

/** What a reminder tells. Times are ms since the epoch, UTC. */
export interface WarningView {
  entry: LedgerEntry;
  /** When the card of the referral came to the conversation. */
  postedAt: number;
  /** True for the first reminder of all. */
  first: boolean;
  /** When the referral was last read, where it could not be read for this reminder. */
  asOf?: number;
}

/** A reminder as one conversation sees it: in its language and its time zone. `now` is ms, UTC. */
export function warningMessage(
  { entry, asOf, ...view }: WarningView,
  { kind, locale, timeZone }: Conversation,
  people: readonly Mentioned[],
  now: number,
  responseDays: number,
): CardMessage {
  return warningCard({
    ...view,
    referral: entry.referral,
    connected: entry.connected,
    asOf,
    // Whoever reads a personal chat is the one who is meant.
    people: kind === 'personal' ? [] : people,
    now,
    responseDays,
    locale: locale ?? 'en-US',
    timeZone,
  });
}
