import type { Conversation, LedgerEntry } from '../storage/store';
import type { CardMessage } from './message';
import { referralCard } from './referralCard';

/** What every referral card is rendered with. */
export interface ReferralCardSettings {
  /** `REFERRAL_RESPONSE_DAYS`. */
  responseDays: number;
  /** `REFERRAL_LINK`. */
  referralLink: string;
}

/** The card of a referral as one conversation sees it: in the conversation's language. `now` is ms, UTC. */
export function referralMessage(
  entry: LedgerEntry,
  conversation: Conversation,
  now: number,
  settings: ReferralCardSettings,
): CardMessage {
  return referralCard({
    referral: entry.referral,
    decision: entry.decision,
    notice: entry.notice,
    now,
    responseDays: settings.responseDays,
    referralLink: settings.referralLink,
    locale: conversation.locale ?? 'en-US',
    ...(conversation.timeZone ? { timeZone: conversation.timeZone } : {}),
  });
}
