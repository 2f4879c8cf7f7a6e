import type { Conversation, LedgerEntry } from '../storage/store';
import type { CardMessage } from './message';
import { referralWords } from '../locales/referralWords';
import { referralCard } from './referralCard';
import type { TypedInputs } from './typedInputs';

/** What every referral card is rendered with. */
export interface ReferralCardSettings {
  /** `REFERRAL_RESPONSE_DAYS`. */
  responseDays: number;
  /** `REFERRAL_LINK`. */
  referralLink: string;
}

/** The card of a referral as one conversation sees it: in the conversation's language. `now` is ms, UTC; `typed` is what a press could not send. */
export function referralMessage(
  entry: LedgerEntry,
  conversation: Conversation,
  now: number,
  settings: ReferralCardSettings,
  typed?: TypedInputs,
): CardMessage {
  return referralCard({
    referral: entry.referral,
    connected: entry.connected,
    decision: entry.decision,
    notice: typed ? [entry.notice, referralWords.typedKept].filter(Boolean).join(' ') : entry.notice,
    ...(typed ? { typed } : {}),
    now,
    responseDays: settings.responseDays,
    referralLink: settings.referralLink,
    locale: conversation.locale ?? 'en-US',
    ...(conversation.timeZone ? { timeZone: conversation.timeZone } : {}),
  });
}
